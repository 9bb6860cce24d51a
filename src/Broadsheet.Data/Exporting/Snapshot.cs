using System.Buffers;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Exporting;

/// <summary>The whole paper as it was at one moment, while others go on writing: one transaction that reads.</summary>
public sealed class Snapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private Snapshot(DbConnection connection, DbTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<Snapshot> TakeAsync(Database database, CancellationToken stop)
    {
        var connection = database.Connect();
        await connection.OpenAsync(stop);
        // SQLite's write-ahead log lets a reader see what was there at its first question, for as long as it likes.
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var snapshot = new Snapshot(connection, transaction);
        await snapshot.AskAsync<object>("select count(*) from schema_script", stop);
        return snapshot;
    }

    public Task<long> CountAsync(ExportedTable table, CancellationToken stop) => AskAsync<long>($"select count(*) from {table.Name}", stop);

    /// <summary>The highest number that the table has ever given; null where the database gives none.</summary>
    public async Task<long?> LastAsync(ExportedTable table, CancellationToken stop)
    {
        if (table.Key != "id") return null;
        return connection is SqliteConnection
            ? await AskAsync<long?>($"select seq from sqlite_sequence where name = '{table.Name}'", stop)
            : await AskAsync<long?>($"select pg_sequence_last_value(pg_get_serial_sequence('{table.Name}', 'id')::regclass)", stop);
    }

    /// <summary>Hands over each row as a line of JSON; the line is the caller's only until it returns.</summary>
    public async Task WriteAsync(ExportedTable table, Func<ReadOnlyMemory<byte>, ValueTask> line, CancellationToken stop)
    {
        var columns = await TableColumn.OfAsync(connection, transaction, table.Name, stop);
        columns.RemoveAll(c => table.Secrets?.ContainsKey(c.Name) is true);
        var text = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(text, RowText.Plain);
        await using var command = Command($"select {string.Join(", ", columns.Select(c => c.Name))} from {table.Name} order by {table.Key}");
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, stop);
        while (await rows.ReadAsync(stop))
        {
            text.ResetWrittenCount();
            json.Reset();
            RowText.Write(json, rows, columns);
            "\n"u8.CopyTo(text.GetSpan(1));
            text.Advance(1);
            await line(text.WrittenMemory);
        }
    }

    /// <summary>The files of all pictures.</summary>
    public async Task<List<string>> PicturesAsync(CancellationToken stop)
    {
        await using var command = Command("select file from picture order by id");
        await using var rows = await command.ExecuteReaderAsync(stop);
        List<string> files = [];
        while (await rows.ReadAsync(stop)) files.Add(rows.GetString(0));
        return files;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<T?> AskAsync<T>(string sql, CancellationToken stop)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(stop) is { } value and not DBNull ? (T)value : default;
    }

    // A whole table takes as long as it takes.
    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 0);
        return command;
    }
}
