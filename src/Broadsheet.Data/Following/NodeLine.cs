using Npgsql;

namespace Broadsheet.Data.Following;

/// <summary>A node's own connection to PostgreSQL: on it it is told of changes, reads them, and says that it has heard. For one thread.</summary>
internal sealed class NodeLine : IDisposable
{
    public const int Most = 2000;

    private const string Register = """
        delete from node where id <> 0 and lease_until < clock_timestamp() - interval '1 hour';
        listen change
        """;

    // Also enters the node, at first and where the table was emptied since.
    private const string RenewLease = """
        insert into node (id, name, heard, lease_until, started_at) values ($1, $2, $3, clock_timestamp() + $4, clock_timestamp())
        on conflict (id) do update set heard = excluded.heard, lease_until = excluded.lease_until
        """;

    private const string Acknowledgement = "update node set heard = $2 where id = $1";

    // What was inserted, not only what was written to disk: with synchronous_commit = off a change is seen before.
    private const string WritePosition = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";

    private readonly NpgsqlConnection connection;
    private readonly long node;
    private bool told;

    private NodeLine(NpgsqlConnection connection, long node)
    {
        (this.connection, this.node) = (connection, node);
        connection.Notification += (_, _) => told = true;
    }

    /// <summary>From now on a change is told, so that one which is read after this cannot slip through between.</summary>
    public static NodeLine Open(string to, long node)
    {
        var line = new NodeLine(new NpgsqlConnection(to), node);
        try
        {
            line.connection.Open();
            line.Do(Register);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    public Heard Newest() => Read("select id, at, names from change order by id desc limit 1").FirstOrDefault(Heard.Nothing);

    /// <summary>In the order in which they were committed, beginning with the one named; at most so many that a short while is enough.</summary>
    public List<Heard> From(long id)
    {
        told = false;
        return Read($"select id, at, names from change where id >= $1 order by id limit {Most}", id);
    }

    public void Renew(string name, long heard) => Do(RenewLease, node, name, heard, Lease.Length);

    public void Acknowledge(long heard) => Do(Acknowledgement, node, heard);

    /// <summary>In bytes of the write-ahead log; what was read before stands before it.</summary>
    public long Position()
    {
        using var command = Command(WritePosition);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Until the next change is told, or that long.</summary>
    public void Wait(TimeSpan longest)
    {
        if (!told) connection.Wait(Math.Max(1, (int)longest.TotalMilliseconds));
    }

    public void Leave() => Do("delete from node where id = $1", node);

    public void Dispose() => connection.Dispose();

    private List<Heard> Read(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        List<Heard> changes = [];
        while (rows.Read()) changes.Add(new(rows.GetInt64(0), rows.GetDateTime(1), rows.GetString(2)));
        return changes;
    }

    private void Do(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
