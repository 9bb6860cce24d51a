using Broadsheet.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Corpus;

/// <summary>Makes SQLite ready for very many rows. A paper whose filling was broken off is lost.</summary>
public sealed class SqliteShelf(NewsDb db) : IShelf
{
    // How much of the search index is gathered in memory before it is written; the file remembers it.
    private const int Gathered = 64 << 20, UsuallyGathered = 1 << 20;

    public Task OpenAsync(CancellationToken stop) => RunAsync(
        "pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -400000; pragma foreign_keys = off; pragma temp_store = memory; " + Gather(Gathered), stop);

    public Task<List<string>> IndexesAsync(CancellationToken stop) =>
        db.Database.SqlQuery<string>($"select name || char(10) || sql as \"Value\" from sqlite_master where type = 'index' and sql is not null").ToListAsync(stop);

    public async Task CloseAsync(CancellationToken stop)
    {
        await RunAsync($"{Gather(UsuallyGathered)}; pragma journal_mode = wal; pragma locking_mode = normal; pragma synchronous = full", stop);
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
    }

    private static string Gather(int bytes) => $"insert into article_words (article_words, rank) values ('hashsize', {bytes})";

    private Task RunAsync(string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, stop);
}
