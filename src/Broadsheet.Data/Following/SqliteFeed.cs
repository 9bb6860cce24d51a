using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Following;

/// <summary>Changes of a paper on SQLite, made by this program or another: the head of the WAL index says whether there is one, and a query which.</summary>
public sealed class SqliteFeed(Database database) : ChangeFeed
{
    private readonly Lock following = new();
    private SqliteConnection connection = null!;
    private SqliteCommand newer = null!;
    private WalIndex? index;
    private ulong seenCount, seenChecksum;
    private long followed;

    public override async Task OpenAsync(CancellationToken stop)
    {
        using (var pooled = database.Connect()) connection = new SqliteConnection(pooled.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(stop);
        await using (var newest = connection.CreateCommand())
        {
            newest.CommandText = "select coalesce(max(id), 0) from change";
            followed = (long)(await newest.ExecuteScalarAsync(stop))!;
        }
        newer = connection.CreateCommand();
        newer.CommandText = "select id, names from change where id > $followed order by id";
        newer.Parameters.AddWithValue("$followed", followed);
        index = WalIndex.Of(connection);
    }

    public override Hearing Listen() => IsSeen(index?.Sign) ? Hearing.Current : CatchUp();

    public override async ValueTask DisposeAsync()
    {
        if (connection is null) return;
        await newer.DisposeAsync();
        await connection.DisposeAsync();
    }

    private Hearing CatchUp()
    {
        lock (following)
        {
            // Taken before the question: what is committed meanwhile makes it differ again.
            var sign = index?.Sign;
            if (IsSeen(sign)) return Hearing.Current;
            try
            {
                newer.Parameters[0].Value = followed;
                using var rows = newer.ExecuteReader();
                while (rows.Read())
                {
                    Tell(Split(rows.GetString(1)));
                    followed = rows.GetInt64(0);
                }
            }
            catch (SqliteException) { return Hearing.Deaf; }
            // After the telling: whoever finds the sign seen finds the pages dropped.
            Volatile.Write(ref seenChecksum, sign?.Checksum ?? 0);
            Volatile.Write(ref seenCount, sign?.Count ?? 0);
            return Hearing.Current;
        }
    }

    private bool IsSeen((ulong Count, ulong Checksum)? sign) => sign is { } now && now.Count == Volatile.Read(ref seenCount) && now.Checksum == Volatile.Read(ref seenChecksum);
}
