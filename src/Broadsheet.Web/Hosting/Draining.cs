using System.Runtime.InteropServices;

namespace Broadsheet.Web.Hosting;

/// <summary>
/// How the program ends. Told by SIGTERM, it first says at /readyz that it is not to be asked any more and goes on answering for a while
/// (Serve:Drain), so that a balancer turns to another node before the port closes; then it finishes what it has begun.
/// Ctrl+C, and SIGTERM a second time, close the port at once.
/// </summary>
public sealed class Draining(IHostApplicationLifetime program, Settings settings) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> signals = [];
    private int begun;

    /// <summary>Whether the program has been told to end.</summary>
    public bool HasBegun => Volatile.Read(ref begun) != 0 || program.ApplicationStopping.IsCancellationRequested;

    /// <summary>While it ends, every answer asks for its connection to be closed: the next request goes to another node.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        if (http.RequestServices.GetRequiredService<Draining>().HasBegun && HttpProtocol.IsHttp11(http.Request.Protocol)) http.Response.Headers.Connection = "close";
        return next(http);
    });

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        Hear(PosixSignal.SIGTERM, () => _ = BeginAsync());
        Hear(PosixSignal.SIGINT, program.StopApplication);
        Hear(PosixSignal.SIGQUIT, program.StopApplication);
        return Task.CompletedTask;
    }

    /// <summary>As SIGTERM does.</summary>
    public async Task BeginAsync()
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
        {
            try { await Task.Delay(settings.Drain, program.ApplicationStopping); }
            catch (OperationCanceledException) { return; }
        }
        program.StopApplication();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => signals.ForEach(signal => signal.Dispose());

    private void Hear(PosixSignal signal, Action then) => signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // Otherwise the runtime would end the program here.
        context.Cancel = true;
        then();
    }));
}
