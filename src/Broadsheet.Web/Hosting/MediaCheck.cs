using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Web.Hosting;

/// <summary>Before the paper listens: a wrong setting of the store ends the start; one that only does not answer does not, text needs no pictures.</summary>
public sealed class MediaCheck(MediaStore store) : IHostedService
{
    /// <exception cref="OperatorMistake"/>
    public async Task StartAsync(CancellationToken stop)
    {
        try { if (await store.FaultAsync(stop) is { } fault) throw new OperatorMistake($"Media: {fault}"); }
        catch (MediaStoreSilent silent) { await Console.Error.WriteLineAsync($"broadsheet: {silent.Message}; the paper starts without its pictures"); }
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
}
