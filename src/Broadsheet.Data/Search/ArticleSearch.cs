using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Search;

/// <summary>Finds published articles that hold every word of a query, best first.</summary>
public static class ArticleSearch
{
    /// <returns>The ids of one page of hits, and how many there are in all.</returns>
    public static async Task<(List<long> Ids, int Total)> FindAsync(NewsDb db, string query, int skip, int take, CancellationToken stop)
    {
        var words = SoughtWord.In(query).Take(MostWords).ToList();
        if (words.Count == 0) return ([], 0);
        return db.IsPostgres ? await InPostgresAsync(db, words, skip, take, stop) : await InSqliteAsync(db, words, skip, take, stop);
    }

    private const int MostWords = 12;

    private static async Task<(List<long>, int)> InSqliteAsync(NewsDb db, List<SoughtWord> words, int skip, int take, CancellationToken stop)
    {
        var match = string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Forms.Select(f => $"\"{f.Replace("\"", "")}\""))})"));
        var total = await db.Database.SqlQuery<int>($"""
            select count(*) as "Value" from article_words w join article a on a.id = w.rowid
            where article_words match {match} and a.state = 'Published'
            """).SingleAsync(stop);
        var ids = await db.Database.SqlQuery<long>($"""
            select a.id as "Value" from article_words w join article a on a.id = w.rowid
            where article_words match {match} and a.state = 'Published'
            order by bm25(article_words, 6.0, 2.0, 1.0), a.published_at desc limit {take} offset {skip}
            """).ToListAsync(stop);
        return (ids, total);
    }

    private static async Task<(List<long>, int)> InPostgresAsync(NewsDb db, List<SoughtWord> words, int skip, int take, CancellationToken stop)
    {
        var match = string.Join(" & ", words.Select(w => $"({string.Join(" | ", w.Forms.Select(f => $"'{f.Replace("\\", "\\\\").Replace("'", "''")}'"))})"));
        var total = await db.Database.SqlQuery<int>($"""
            select count(*)::int as "Value" from article_words w join article a on a.id = w.rowid
            where w.words @@ {match}::tsquery and a.state = 'Published'
            """).SingleAsync(stop);
        var ids = await db.Database.SqlQuery<long>($"""
            select a.id as "Value" from article_words w join article a on a.id = w.rowid
            where w.words @@ {match}::tsquery and a.state = 'Published'
            order by ts_rank(w.words, {match}::tsquery, 1) desc, a.published_at desc limit {take} offset {skip}
            """).ToListAsync(stop);
        return (ids, total);
    }
}
