using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Data.Following;

/// <summary>Changes of a paper on PostgreSQL, asked for each time.</summary>
public sealed class PostgresFeed(DbContextOptions<NewsDb> options) : ChangeFeed
{
    private readonly Lock following = new();
    private long followed;

    public override async Task OpenAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        followed = await db.Changes.MaxAsync(c => (long?)c.Id, stop) ?? 0;
    }

    public override Hearing Listen()
    {
        lock (following)
        {
            try
            {
                using var db = new NewsDb(options);
                foreach (var change in db.Changes.AsNoTracking().Where(c => c.Id > followed).OrderBy(c => c.Id).ToList())
                {
                    Tell(Split(change.Names));
                    followed = change.Id;
                }
                return Hearing.Current;
            }
            catch (NpgsqlException) { return Hearing.Deaf; }
        }
    }

    public override ValueTask DisposeAsync() => default;
}
