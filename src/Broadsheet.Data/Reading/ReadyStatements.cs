using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Reading;

/// <summary>The statements that a connection to SQLite has ready: to parse and plan one takes as long as to run it. (PostgreSQL's driver keeps its own.) For one thread at a time.</summary>
internal sealed class ReadyStatements
{
    // More than there are different questions, as long as none has values written into its text.
    private const int Most = 100;

    private readonly Dictionary<string, Statement> all = [];

    /// <summary>A statement without values. The connection is open.</summary>
    public DbCommand For(string sql, NewsDb db)
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite && Find(sql) is { } ready) return Prepared(ready, sqlite, (int)db.Timeout.TotalSeconds);
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, (int)db.Timeout.TotalSeconds);
        return command;
    }

    /// <returns>The same question, its values included, in a statement that is put again and again.</returns>
    public SqliteCommand For(SqliteCommand asked)
    {
        if (Find(asked.CommandText) is not { } ready) return asked;
        SqliteParameter[] values = [.. asked.Parameters.Cast<SqliteParameter>()];
        asked.Parameters.Clear();
        Prepared(ready, asked.Connection!, asked.CommandTimeout).Parameters.AddRange(values);
        asked.Dispose();
        return ready;
    }

    /// <summary>Null: there is room for no more, or it is being put.</summary>
    private Statement? Find(string sql)
    {
        if (all.TryGetValue(sql, out var ready)) return ready.InUse ? null : ready;
        return all.Count == Most ? null : all[sql] = new Statement { CommandText = sql };
    }

    private static Statement Prepared(Statement ready, SqliteConnection connection, int seconds)
    {
        ready.Parameters.Clear();
        (ready.Connection, ready.CommandTimeout, ready.InUse) = (connection, seconds, true);
        return ready;
    }

    /// <summary>Whoever is done with it only lays it aside; it ends with the connection.</summary>
    private sealed class Statement : SqliteCommand
    {
        public bool InUse { get; set; }

        protected override void Dispose(bool disposing) => InUse = false;
    }
}
