using Npgsql;

namespace Broadsheet.Data.Duties;

/// <summary>A duty that this program holds, until it is disposed of or lost.</summary>
public sealed class Duty : IAsyncDisposable
{
    private readonly IAsyncDisposable hold;
    private readonly CancellationTokenSource lost = new(), ended = new();
    private readonly Task watch = Task.CompletedTask;

    internal Duty(FileStream file) => hold = file;

    internal Duty(NpgsqlConnection session)
    {
        hold = session;
        watch = Task.Run(() => WatchAsync(session));
    }

    /// <summary>Cancelled when the lock is gone with its session: the work must stop, for somebody else may begin it. Never on SQLite.</summary>
    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await watch;
        await hold.DisposeAsync();
        ended.Dispose();
        lost.Dispose();
    }

    private async Task WatchAsync(NpgsqlConnection session)
    {
        try
        {
            while (true) await SessionLock.FeelAsync(session, ended.Token);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            if (!ended.IsCancellationRequested) await lost.CancelAsync();
        }
    }
}
