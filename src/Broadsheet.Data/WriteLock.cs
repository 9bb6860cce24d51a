using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Data;

/// <summary>A transaction that only one writer of the paper holds at a time: the revision log and the schema grow in one line.</summary>
public static class WriteLock
{
    // Any number that every Broadsheet program shares.
    private const long Key = 0x42524f4144;

    public static async Task<IDbContextTransaction> BeginAsync(NewsDb db, CancellationToken stop)
    {
        var transaction = await BeginBesideOthersAsync(db, stop);
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", stop);
        return transaction;
    }

    /// <summary>A transaction beside those of other writers, where the database can. SQLite cannot: the second writer waits here (BEGIN IMMEDIATE) and not half-way through.</summary>
    public static async Task<IDbContextTransaction> BeginBesideOthersAsync(NewsDb db, CancellationToken stop)
    {
        if (!db.IsPostgres)
        {
            await db.Database.OpenConnectionAsync(stop);
            // Who waits looks again soon, after 1 to 100 ms; the driver by itself sleeps for 150 ms each time.
            await db.Database.ExecuteSqlRawAsync($"pragma busy_timeout = {Database.SecondsForLock}000", stop);
        }
        return await db.Database.BeginTransactionAsync(stop);
    }
}
