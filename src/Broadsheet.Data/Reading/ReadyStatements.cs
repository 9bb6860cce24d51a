using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Reading;

/// <summary>The statements that a connection to SQLite has ready: to parse and plan one takes as long as to run it. (PostgreSQL's driver keeps its own.) For one thread at a time.</summary>
internal sealed class ReadyStatements
{
    // More than there are different questions, as long as none has values written into its text.
    private const int Most = 100;

    private readonly Dictionary<string, Statement> all = [];

    /// <returns>The same question, its values included, in a statement that is put again and again.</returns>
    public SqliteCommand For(SqliteCommand asked)
    {
        if (!all.TryGetValue(asked.CommandText, out var ready))
        {
            if (all.Count == Most) return asked;
            all[asked.CommandText] = ready = new Statement { CommandText = asked.CommandText };
        }
        else if (ready.InUse) return asked;
        (ready.Connection, ready.Transaction, ready.CommandTimeout, ready.InUse) = (asked.Connection, asked.Transaction, asked.CommandTimeout, true);
        Move(asked.Parameters, ready.Parameters);
        asked.Dispose();
        return ready;
    }

    private static void Move(SqliteParameterCollection from, SqliteParameterCollection to)
    {
        SqliteParameter[] values = [.. from.Cast<SqliteParameter>()];
        from.Clear();
        to.Clear();
        to.AddRange(values);
    }

    /// <summary>Whoever is done with it only lays it aside; it ends with the connection.</summary>
    private sealed class Statement : SqliteCommand
    {
        public bool InUse { get; set; }

        protected override void Dispose(bool disposing) => InUse = false;
    }
}
