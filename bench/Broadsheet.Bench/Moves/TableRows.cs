using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Bench.Moves;

/// <summary>The rows of a paper's tables on SQLite, without what the search index keeps for itself.</summary>
public static class TableRows
{
    private const int Gathered = 20_000;

    public static async Task<long> CountAsync(string database, CancellationToken stop)
    {
        await using var paper = await OpenAsync(database, stop);
        var rows = 0L;
        foreach (var (name, _) in await TablesAsync(paper, stop)) rows += (long)(await Command(paper, $"select count(*) from \"{name}\"").ExecuteScalarAsync(stop))!;
        return rows;
    }

    /// <summary>Puts the same rows into an empty database by prepared statements in one transaction.</summary>
    /// <returns>Rows a second; reading them is not counted.</returns>
    public static async Task<double> CopyAsync(string from, string to, CancellationToken stop)
    {
        await using var paper = await OpenAsync(from, stop);
        await using var plain = await OpenAsync(to, stop);
        await Command(plain, "pragma journal_mode = wal; pragma foreign_keys = off").ExecuteNonQueryAsync(stop);
        var (watch, rows) = (new Stopwatch(), 0L);
        await Command(plain, "begin").ExecuteNonQueryAsync(stop);
        foreach (var (name, sql) in await TablesAsync(paper, stop))
        {
            await Command(plain, sql).ExecuteNonQueryAsync(stop);
            rows += await CopyAsync(paper, plain, name, watch, stop);
        }
        watch.Start();
        await Command(plain, "commit").ExecuteNonQueryAsync(stop);
        return rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> CopyAsync(SqliteConnection paper, SqliteConnection plain, string table, Stopwatch watch, CancellationToken stop)
    {
        await using var reader = await Command(paper, $"select * from \"{table}\"").ExecuteReaderAsync(stop);
        await using var insert = Command(plain, $"insert into \"{table}\" values ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(at => $"@{at}"))})");
        for (var at = 0; at < reader.FieldCount; at++) insert.Parameters.Add(new SqliteParameter($"@{at}", null));
        var (rows, gathered) = (0L, new List<object[]>());
        while (await reader.ReadAsync(stop))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            gathered.Add(row);
            if (gathered.Count == Gathered) rows += Put(insert, gathered, watch);
        }
        return rows + Put(insert, gathered, watch);
    }

    private static int Put(SqliteCommand insert, List<object[]> rows, Stopwatch watch)
    {
        watch.Start();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++) insert.Parameters[at].Value = row[at];
            insert.ExecuteNonQuery();
        }
        watch.Stop();
        var put = rows.Count;
        rows.Clear();
        return put;
    }

    // Tables of the search index are virtual, or hang on one that is.
    private static async Task<List<(string Name, string Sql)>> TablesAsync(SqliteConnection paper, CancellationToken stop)
    {
        List<(string Name, string Sql)> tables = [];
        await using var reader = await Command(paper, "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name").ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) tables.Add((reader.GetString(0), reader.GetString(1)));
        var isVirtual = tables.Where(t => t.Sql.Contains("virtual table", StringComparison.OrdinalIgnoreCase)).Select(t => t.Name).ToList();
        return [.. tables.Where(t => !isVirtual.Any(name => t.Name == name || t.Name.StartsWith(name + "_", StringComparison.Ordinal)))];
    }

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken stop)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(stop);
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
