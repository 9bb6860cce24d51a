using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Data;

/// <summary>A transaction that only one writer of the paper holds at a time: the revision log and the schema grow in one line.</summary>
public static class WriteLock
{
    // Any number that every Broadsheet program shares.
    private const long Key = 0x42524f4144;

    private static readonly string Take = $"select pg_advisory_xact_lock({Key})";

    // Who waits looks again soon, after 1 to 100 ms; the driver by itself sleeps for 150 ms each time.
    private static readonly string Wait = $"pragma busy_timeout = {Database.SecondsForLock}000";

    public static async Task<IDbContextTransaction> BeginAsync(NewsDb db, CancellationToken stop)
    {
        var transaction = await BeginBesideOthersAsync(db, stop);
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync(Take, stop);
        return transaction;
    }

    /// <summary>A transaction beside those of other writers, where the database can. SQLite cannot: the second writer waits here (BEGIN IMMEDIATE) and not half-way through.</summary>
    public static async Task<IDbContextTransaction> BeginBesideOthersAsync(NewsDb db, CancellationToken stop)
    {
        if (!db.IsPostgres)
        {
            await db.Database.OpenConnectionAsync(stop);
            await db.Database.ExecuteSqlRawAsync(Wait, stop);
        }
        return await db.Database.BeginTransactionAsync(stop);
    }

    /// <summary>The same on a bare connection, which is open.</summary>
    internal static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        var sqlite = connection is SqliteConnection;
        if (sqlite) await SayAsync(command, Wait, stop);
        var transaction = await connection.BeginTransactionAsync(stop);
        if (!sqlite) await SayAsync(command, Take, stop);
        return transaction;
    }

    private static async Task SayAsync(DbCommand command, string sql, CancellationToken stop)
    {
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
