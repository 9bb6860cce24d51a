using Npgsql;

namespace Broadsheet.Data.Duties;

/// <summary>
/// Who does the paper's background work: each duty has one holder among all programs that serve the paper, and passes to another when that one stops or dies.
/// PostgreSQL keeps the rota in locks of a session, SQLite's data folder in locks of files; both let go when the program ends, however it ends.
/// A holder that is cut off learns of it within seconds and not at once, so a duty must bear being done twice.
/// </summary>
/// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
public sealed class DutyRota(string dataFolder, string? connection)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Waits until nobody else holds the duty. To be given back by disposing of it.</summary>
    /// <param name="name">Small letters and hyphens.</param>
    public async Task<Duty> HoldAsync(string name, CancellationToken stop)
    {
        while (true)
        {
            if (await TryHoldAsync(name, stop) is { } duty) return duty;
            await Task.Delay(Pause, stop);
        }
    }

    /// <summary>Null when somebody else holds the duty, or the database does not answer.</summary>
    public Task<Duty?> TryHoldAsync(string name, CancellationToken stop) => connection is null ? Task.FromResult(TryFile(name)) : TrySessionAsync(name, connection, stop);

    // The file stays behind: whoever removed it might remove the one that another has just locked.
    private Duty? TryFile(string name)
    {
        Directory.CreateDirectory(dataFolder);
        try { return new Duty(new FileStream(Path.Combine(dataFolder, $"{name}.duty"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)); }
        catch (IOException) { return null; }
    }

    private static async Task<Duty?> TrySessionAsync(string name, string connection, CancellationToken stop)
    {
        var session = new NpgsqlConnection(OwnConnection.To(connection, name));
        try
        {
            await session.OpenAsync(stop);
            if (await SessionLock.TryTakeAsync(session, name, stop)) return new Duty(session);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException) { }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
        await session.DisposeAsync();
        return null;
    }
}
