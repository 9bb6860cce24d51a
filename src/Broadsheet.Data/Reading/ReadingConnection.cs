using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Broadsheet.Data.Reading;

/// <summary>
/// One connection on which pages ask: it notes which tables a question reads, and refuses one that is asked outside of <see cref="ReadingRoom.AskAsync"/>.
/// Only for reading; without the model, which costs more than most answers and would hold up the first page of a program. For one thread at a time.
/// </summary>
/// <param name="patience">How long an answer may take.</param>
public sealed class ReadingConnection(DbConnection connection, TimeSpan patience) : IAsyncDisposable
{
    private readonly ReadyStatements? ready = connection is SqliteConnection file ? new(file) : null;

    public bool IsPostgres { get; } = connection is NpgsqlConnection;

    /// <summary>The tables that the question now being asked has read; null between questions.</summary>
    internal HashSet<string>? Asked { get; set; }

    /// <summary>Does nothing when it is open. It stays so: opening takes as long as a question.</summary>
    internal Task OpenAsync() => connection.State == ConnectionState.Closed ? connection.OpenAsync() : Task.CompletedTask;

    /// <exception cref="InvalidOperationException">Nobody has said what the answer hangs on.</exception>
    internal DbCommand Command(string sql)
    {
        var asked = Asked ?? throw new InvalidOperationException("A page asked the database without naming what its answer hangs on.");
        asked.UnionWith(NamedTables.ReadBy(sql));
        var command = ready?.For(sql) ?? connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, (int)patience.TotalSeconds);
        return command;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
