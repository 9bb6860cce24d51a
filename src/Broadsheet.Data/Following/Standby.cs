using System.Data.Common;
using Npgsql;

namespace Broadsheet.Data.Following;

/// <summary>
/// A standby of the paper's database, from which pages are drawn while it is known to have every change that this node has heard of.
/// Whether it has is asked in the background, so that no reader waits for a standby that lags or is gone.
/// </summary>
public sealed class Standby : IAsyncDisposable
{
    private const string Replayed = "select coalesce(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0'), 0)::bigint";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromSeconds(1);

    private readonly string own;
    private readonly NpgsqlDataSource source;
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim awaited = new(0);
    private readonly Task watch;

    // In bytes of the write-ahead log. Unknown is further than any log goes.
    private const long Unknown = long.MaxValue;
    private long expected = Unknown, seen;

    public Standby(string connection)
    {
        own = OwnConnection.To(connection, "standby");
        // A standby that was started again may for a moment know less than before; its connections are new ones then.
        var checkedFirst = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { Timeout = 2, CommandTimeout = 5 }.ToString());
        checkedFirst.UsePhysicalConnectionInitializer(opened => Refuse(Ask(opened)), async opened => Refuse(await AskAsync(opened, default)));
        source = checkedFirst.Build();
        watch = Task.Run(WatchAsync);
    }

    /// <summary>A connection, not yet open.</summary>
    public DbConnection Connect() => source.CreateConnection();

    /// <summary>Whether it has every change that has been told.</summary>
    public bool IsLevel => Volatile.Read(ref seen) >= Volatile.Read(ref expected);

    /// <summary>It failed: not to be asked until it has answered again.</summary>
    public void Distrust()
    {
        Volatile.Write(ref seen, 0);
        awaited.Release();
    }

    /// <summary>A change is about to be told.</summary>
    internal void Doubt() => Volatile.Write(ref expected, Unknown);

    /// <summary>All changes that were told stand in the log before that place.</summary>
    internal void Expect(long position)
    {
        Volatile.Write(ref expected, position);
        awaited.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watch;
        await source.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await FollowAsync();
                await Task.Delay(LongestPause, closing.Token);
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task FollowAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(own);
            await connection.OpenAsync(closing.Token);
            while (true)
            {
                await awaited.WaitAsync(closing.Token);
                await LevelAsync(connection);
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException) { awaited.Release(); }
    }

    private async Task LevelAsync(NpgsqlConnection connection)
    {
        for (var pause = ShortestPause; Volatile.Read(ref expected) != Unknown && !IsLevel; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            Volatile.Write(ref seen, await AskAsync(connection, closing.Token));
            if (!IsLevel) await Task.Delay(pause, closing.Token);
        }
    }

    private void Refuse(long replayed)
    {
        if (replayed < Volatile.Read(ref expected)) throw new NpgsqlException("The standby lacks changes that readers have seen.");
    }

    private static long Ask(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Replayed, connection);
        return (long)command.ExecuteScalar()!;
    }

    private static async Task<long> AskAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Replayed, connection);
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}
