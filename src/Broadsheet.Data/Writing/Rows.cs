using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Broadsheet.Data.Writing;

/// <summary>
/// Takes new rows in, many at once and past the context, which would look at each of them many times: by COPY into PostgreSQL,
/// by one ready statement a table into SQLite. To be used within a transaction.
/// </summary>
public sealed class Rows(NewsDb db)
{
    private sealed record Table(string Name, List<Column> Columns)
    {
        public string Names => string.Join(", ", Columns.Select(c => c.Name));

        public DbCommand? Insert { get; set; }
    }

    private readonly Dictionary<Type, Table> tables = [];

    /// <param name="rows">All of one table, with their numbers (<see cref="Identity"/>).</param>
    public async Task PutAsync<T>(IReadOnlyCollection<T> rows, CancellationToken stop) where T : class
    {
        if (rows.Count == 0) return;
        var type = rows.First().GetType();
        if (!tables.TryGetValue(type, out var table))
        {
            var (name, columns) = Column.Of(db, type);
            tables[type] = table = new(name, columns);
        }
        db.Written.Add(table.Name);
        if (db.IsPostgres) await CopyAsync(table, rows, stop);
        else Insert(table, rows);
    }

    private void Insert(Table table, IEnumerable<object> rows)
    {
        var insert = table.Insert ??= Ready(table);
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows)
        {
            for (var at = 0; at < table.Columns.Count; at++) insert.Parameters[at].Value = table.Columns[at].Value(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    private DbCommand Ready(Table table)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"insert into {table.Name} ({table.Names}) values ({string.Join(", ", table.Columns.Select((_, at) => $"@{at}"))})";
        for (var at = 0; at < table.Columns.Count; at++) command.Parameters.Add(new SqliteParameter($"@{at}", null));
        return command;
    }

    private async Task CopyAsync(Table table, IEnumerable<object> rows, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table.Name} ({table.Names}) from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in table.Columns)
                if (column.Value(row) is { } value) await copy.WriteAsync(value, column.Type, stop);
                else await copy.WriteNullAsync(stop);
        }
        await copy.CompleteAsync(stop);
    }
}
