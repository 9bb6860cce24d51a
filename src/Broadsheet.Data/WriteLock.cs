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
        // On SQLite this is BEGIN IMMEDIATE: the second writer waits here and not half-way through.
        var transaction = await db.Database.BeginTransactionAsync(stop);
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", stop);
        return transaction;
    }
}
