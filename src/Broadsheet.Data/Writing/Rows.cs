using Microsoft.EntityFrameworkCore;
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

        public RepeatedStatement? Insert { get; set; }
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
        else await InsertAsync(table, rows, stop);
    }

    private async Task InsertAsync(Table table, IEnumerable<object> rows, CancellationToken stop)
    {
        var places = string.Join(", ", table.Columns.Select((_, at) => $"@{at}"));
        var insert = table.Insert ??= new(db, $"insert into {table.Name} ({table.Names}) values ({places})", table.Columns.Count);
        var values = new object?[table.Columns.Count];
        foreach (var row in rows)
        {
            for (var at = 0; at < values.Length; at++) values[at] = table.Columns[at].Value(row);
            await insert.PutAsync(stop, values);
        }
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
