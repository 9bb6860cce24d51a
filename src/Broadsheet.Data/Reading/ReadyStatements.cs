using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Reading;

/// <summary>The statements that a connection to SQLite has ready: to parse and plan one takes as long as to run it. (PostgreSQL's driver keeps its own.) For one thread at a time.</summary>
internal sealed class ReadyStatements(SqliteConnection connection)
{
    // More than there are different questions, as long as none has values written into its text.
    private const int Most = 100;

    private readonly Dictionary<string, Statement> all = [];

    /// <returns>A statement without values that is put again and again; null when there is room for no more, or it is being put.</returns>
    public SqliteCommand? For(string sql)
    {
        if (!all.TryGetValue(sql, out var ready))
        {
            if (all.Count == Most) return null;
            all[sql] = ready = new Statement { CommandText = sql, Connection = connection };
        }
        if (ready.InUse) return null;
        ready.Parameters.Clear();
        ready.InUse = true;
        return ready;
    }

    /// <summary>Whoever is done with it only lays it aside; it ends with the connection.</summary>
    private sealed class Statement : SqliteCommand
    {
        public bool InUse { get; set; }

        protected override void Dispose(bool disposing) => InUse = false;
    }
}
