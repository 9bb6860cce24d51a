using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Moving;

/// <summary>What a move notes for itself while it lasts: in a file that SQLite puts aside and removes, so that the memory does not grow with the export. For several threads.</summary>
public sealed class Notebook : IDisposable
{
    private const int Page = 500;

    private readonly Lock taken = new();
    // A name that is empty is a file of nobody's.
    private readonly SqliteConnection connection = new("Data Source=;Pooling=False");
    private readonly Dictionary<string, SqliteCommand> ready = [];

    public Notebook()
    {
        connection.Open();
        Ask("pragma journal_mode = off", Run);
        Ask("pragma synchronous = off", Run);
        Ask("create table note (kind text, key integer, text text, primary key (kind, key)) without rowid", Run);
        Ask("create table link (kind text, whole integer, part integer, primary key (kind, whole, part)) without rowid", Run);
        Ask("begin", Run);
    }

    /// <summary>False when there is a note of that kind and key already; that one stays.</summary>
    public bool TryAdd(string kind, long key, string text) => Ask("insert into note values (@0, @1, @2) on conflict do nothing", command => command.ExecuteNonQuery() == 1, kind, key, text);

    /// <summary>Null when there is none.</summary>
    public string? Read(string kind, long key) => Ask("select text from note where kind = @0 and key = @1", command => (string?)command.ExecuteScalar(), kind, key);

    /// <summary>By key; others may be added meanwhile.</summary>
    public IEnumerable<(long Key, string Text)> All(string kind)
    {
        for (var after = long.MinValue; ;)
        {
            var some = Ask("select key, text from note where kind = @0 and key > @1 order by key limit @2", command => List(command, row => (row.GetInt64(0), row.GetString(1))), kind, after, Page);
            foreach (var note in some) yield return note;
            if (some.Count < Page) yield break;
            after = some[^1].Item1;
        }
    }

    /// <summary>Notes that one thing belongs to another.</summary>
    public void Link(string kind, long whole, long part) => Ask("insert into link values (@0, @1, @2) on conflict do nothing", Run, kind, whole, part);

    /// <summary>In the order of their numbers.</summary>
    public List<long> Parts(string kind, long whole) => Ask("select part from link where kind = @0 and whole = @1 order by part", command => List(command, row => row.GetInt64(0)), kind, whole);

    public void Dispose()
    {
        lock (taken)
        {
            foreach (var command in ready.Values) command.Dispose();
            connection.Dispose();
        }
    }

    private T Ask<T>(string sql, Func<SqliteCommand, T> how, params object[] values)
    {
        lock (taken)
        {
            if (!ready.TryGetValue(sql, out var command)) ready[sql] = command = new SqliteCommand(sql, connection);
            for (var at = 0; at < values.Length; at++)
                if (command.Parameters.Count > at) command.Parameters[at].Value = values[at];
                else command.Parameters.AddWithValue($"@{at}", values[at]);
            return how(command);
        }
    }

    private static int Run(SqliteCommand command) => command.ExecuteNonQuery();

    private static List<T> List<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        List<T> all = [];
        using var rows = command.ExecuteReader();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }
}
