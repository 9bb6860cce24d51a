using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Search;

/// <summary>Finds published articles that hold every word of a query, best first.</summary>
/// <remarks>What readers may not see has no words in the index, so that a search need not look at the articles themselves.</remarks>
public static class ArticleSearch
{
    private const int MostWords = 12;

    /// <summary>A hit, and how many there are in all.</summary>
    internal sealed record Found(long Id, int Total);

    /// <returns>The ids of one page of hits, and how many there are in all.</returns>
    public static async Task<(List<long> Ids, int Total)> FindAsync(NewsDb db, string query, int skip, int take, CancellationToken stop)
    {
        var words = SoughtWord.In(query).Take(MostWords).ToList();
        if (words.Count == 0) return ([], 0);
        var found = await (db.IsPostgres ? InPostgres(db, InPostgresTerms(words), take, skip) : InSqlite(db, InSqliteTerms(words), take, skip)).ToListAsync(stop);
        if (found.Count == 0 && skip > 0) return ([], (await FindAsync(db, query, 0, 1, stop)).Total);
        return ([.. found.Select(f => f.Id)], found.Count == 0 ? 0 : found[0].Total);
    }

    private static string InSqliteTerms(List<SoughtWord> words) =>
        string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Forms.Select(f => $"\"{f.Replace("\"", "")}\""))})"));

    private static string InPostgresTerms(List<SoughtWord> words) =>
        string.Join(" & ", words.Select(w => $"({string.Join(" | ", w.Forms.Select(f => $"'{f.Replace("\\", "\\\\").Replace("'", "''")}'"))})"));

    private static IQueryable<Found> InSqlite(NewsDb db, string terms, int take, int skip) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*) from article_words where article_words match {terms}) as total from article_words where article_words match {terms}
        order by bm25(article_words, 6.0, 2.0, 1.0), rowid desc limit {take} offset {skip}
        """);

    private static IQueryable<Found> InPostgres(NewsDb db, string terms, int take, int skip) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*)::int from article_words where words @@ {terms}::tsquery) as total from article_words where words @@ {terms}::tsquery
        order by ts_rank(words, {terms}::tsquery, 1) desc, rowid desc limit {take} offset {skip}
        """);
}
