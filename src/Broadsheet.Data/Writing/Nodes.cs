using System.Diagnostics;
using Broadsheet.Data.Following;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Data.Writing;

/// <summary>The programs that serve the paper from one PostgreSQL, as a writer sees them.</summary>
internal static class Nodes
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Waits until no node takes the paper for what it was before the change: each has heard, or its lease has run out. Whatever happens meanwhile,
    /// after the length of a lease none can, so a fault here is none of the write, which is committed. It cannot be called back either.
    /// </summary>
    /// <param name="change">Committed before the call.</param>
    public static async Task HearAsync(NewsDb db, long change)
    {
        var committed = Stopwatch.GetTimestamp();
        try
        {
            for (var pause = ShortestPause; await CountDeafAsync(db, change) > 0 && Stopwatch.GetElapsedTime(committed) < Lease.Length; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
                await Task.Delay(pause);
        }
        catch (Exception fault) when ((fault as NpgsqlException ?? fault.InnerException) is NpgsqlException)
        {
            var rest = Lease.Length - Stopwatch.GetElapsedTime(committed);
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }
    }

    private static async Task<int> CountDeafAsync(NewsDb db, long change)
    {
        var count = await db.Database.SqlQuery<Count>($"""
            select count(*) filter (where heard < {change} and lease_until > clock_timestamp())::int as "Deaf", coalesce(bool_or(id = 0), false) as "Knows" from node
            """).SingleAsync();
        if (count.Knows) return count.Deaf;
        await db.Database.ExecuteSqlAsync($"insert into node (id, name, heard, lease_until, started_at) values (0, '', 0, clock_timestamp() + {Lease.Length}, clock_timestamp()) on conflict do nothing");
        return 1;
    }

    /// <param name="Deaf">Nodes that have a lease and may not have heard.</param>
    /// <param name="Knows">Whether the table knows of all nodes (0005).</param>
    private sealed record Count(int Deaf, bool Knows);
}
