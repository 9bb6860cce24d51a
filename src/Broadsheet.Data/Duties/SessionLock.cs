using Npgsql;

namespace Broadsheet.Data.Duties;

/// <summary>A lock that PostgreSQL keeps as long as the session lasts that took it.</summary>
internal static class SessionLock
{
    // Any number that every Broadsheet program shares; two-part keys do not meet those of one part, which writers take.
    private const int Duties = 0x44555459;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    public static async Task<bool> TryTakeAsync(NpgsqlConnection session, string name, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1, hashtext($2))", session) { Parameters = { new() { Value = Duties }, new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Returns after a moment while the session lasts, and fails at once when the server ends it.</summary>
    public static async Task FeelAsync(NpgsqlConnection session, CancellationToken stop)
    {
        await session.WaitAsync(Pulse, stop);
        await using var command = new NpgsqlCommand("select 1", session);
        await command.ExecuteScalarAsync(stop);
    }
}
