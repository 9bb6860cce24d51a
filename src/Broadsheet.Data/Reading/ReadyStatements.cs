using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Reading;

/// <summary>The statements that a connection to SQLite has ready: to parse and plan one takes as long as to run it. (PostgreSQL's driver keeps its own.) For one thread at a time.</summary>
internal sealed class ReadyStatements
{
    // More than there are different questions, as long as none has values written into its text.
    private const int Most = 100;

    private readonly Dictionary<string, Statement> all = [];

    /// <returns>The same question, its values included, in a statement that is put again and again; the one given when there is room for no more, or it is being put.</returns>
    public SqliteCommand For(SqliteCommand asked)
    {
        if (Find(asked.CommandText) is not { } ready) return asked;
        SqliteParameter[] values = [.. asked.Parameters.Cast<SqliteParameter>()];
        asked.Parameters.Clear();
        ready.Parameters.Clear();
        ready.Parameters.AddRange(values);
        (ready.Connection, ready.CommandTimeout, ready.InUse) = (asked.Connection, asked.CommandTimeout, true);
        asked.Dispose();
        return ready;
    }

    private Statement? Find(string sql)
    {
        if (all.TryGetValue(sql, out var ready)) return ready.InUse ? null : ready;
        return all.Count == Most ? null : all[sql] = new Statement { CommandText = sql };
    }

    /// <summary>Whoever is done with it only lays it aside; it ends with the connection.</summary>
    private sealed class Statement : SqliteCommand
    {
        public bool InUse { get; set; }

        protected override void Dispose(bool disposing) => InUse = false;
    }
}
