using System.Data.Common;
using Broadsheet.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Bench.Corpus;

/// <summary>Takes rows into SQLite by one prepared statement a table. A paper whose filling was broken off is lost.</summary>
public sealed class SqliteShelf(NewsDb db) : IShelf
{
    private readonly Dictionary<Type, (DbCommand Command, List<Column> Columns)> inserts = [];

    // How much of the search index is gathered in memory before it is written; the file remembers it.
    private const int Gathered = 64 << 20, UsuallyGathered = 1 << 20;

    public Task OpenAsync(CancellationToken stop) => RunAsync(
        "pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -400000; pragma foreign_keys = off; pragma temp_store = memory; " + Gather(Gathered), stop);

    public Task<List<string>> IndexesAsync(CancellationToken stop) =>
        db.Database.SqlQuery<string>($"select name || char(10) || sql as \"Value\" from sqlite_master where type = 'index' and sql is not null").ToListAsync(stop);

    public Task PutAsync(IReadOnlyList<object> rows, CancellationToken stop)
    {
        var (command, columns) = InsertOf(rows[0].GetType());
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Count; at++) command.Parameters[at].Value = columns[at].Value(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
        return Task.CompletedTask;
    }

    public async Task CloseAsync(CancellationToken stop)
    {
        await RunAsync($"{Gather(UsuallyGathered)}; pragma journal_mode = wal; pragma locking_mode = normal; pragma synchronous = full", stop);
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
    }

    private static string Gather(int bytes) => $"insert into article_words (article_words, rank) values ('hashsize', {bytes})";

    private Task RunAsync(string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, stop);

    private (DbCommand, List<Column>) InsertOf(Type row)
    {
        if (inserts.TryGetValue(row, out var known)) return known;
        var (table, columns) = Column.Of(db, row);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({string.Join(", ", columns.Select((_, at) => $"@{at}"))})";
        for (var at = 0; at < columns.Count; at++) command.Parameters.Add(new SqliteParameter($"@{at}", null));
        return inserts[row] = (command, columns);
    }
}
