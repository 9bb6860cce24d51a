using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Search;

/// <summary>Finds published articles that hold every word of a query, best first.</summary>
/// <remarks>
/// What readers may not see has no words in the index, so that a search need not look at the articles themselves. A word that tens of thousands of
/// articles hold says little of any: of so many the newest are ranked, and the older follow, newest first.
/// </remarks>
public static class ArticleSearch
{
    private const int MostWords = 12;

    /// <summary>So many hits are ranked: a hundred pages of them.</summary>
    public const int Ranked = 2_000;

    /// <summary>A hit, and how many there are in all.</summary>
    internal sealed record Found(long Id, int Total);

    /// <param name="ranked">How many of the newest hits are ranked.</param>
    /// <returns>The ids of one page of hits, and how many there are in all.</returns>
    public static async Task<(List<long> Ids, int Total)> FindAsync(NewsDb db, string query, int skip, int take, CancellationToken stop, int ranked = Ranked)
    {
        var words = SoughtWord.In(query).Take(MostWords).ToList();
        if (words.Count == 0) return ([], 0);
        var terms = db.IsPostgres ? InPostgresTerms(words) : InSqliteTerms(words);
        var found = skip < ranked ? await Best(db, terms, Math.Min(take, ranked - skip), skip, ranked).ToListAsync(stop) : [];
        var passed = skip + found.Count;
        if (found.Count < take && passed >= ranked) found.AddRange(await Older(db, terms, take - found.Count, passed).ToListAsync(stop));
        if (found.Count == 0 && skip > 0) return ([], (await FindAsync(db, query, 0, 1, stop)).Total);
        return ([.. found.Select(f => f.Id)], found.Count == 0 ? 0 : found[0].Total);
    }

    private static string InSqliteTerms(List<SoughtWord> words) =>
        string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Forms.Select(f => $"\"{f.Replace("\"", "")}\""))})"));

    private static string InPostgresTerms(List<SoughtWord> words) =>
        string.Join(" & ", words.Select(w => $"({string.Join(" | ", w.Forms.Select(f => $"'{f.Replace("\\", "\\\\").Replace("'", "''")}'"))})"));

    private static IQueryable<Found> Best(NewsDb db, string terms, int take, int skip, int ranked) =>
        db.IsPostgres ? BestInPostgres(db, terms, take, skip, ranked) : BestInSqlite(db, terms, take, skip, ranked);

    private static IQueryable<Found> Older(NewsDb db, string terms, int take, int skip) =>
        db.IsPostgres ? OlderInPostgres(db, terms, take, skip) : OlderInSqlite(db, terms, take, skip);

    private static IQueryable<Found> BestInSqlite(NewsDb db, string terms, int take, int skip, int ranked) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*) from article_words where article_words match {terms}) as total
        from (select rowid, bm25(article_words, 6.0, 2.0, 1.0) as score from article_words where article_words match {terms} order by rowid desc limit {ranked})
        order by score, rowid desc limit {take} offset {skip}
        """);

    private static IQueryable<Found> OlderInSqlite(NewsDb db, string terms, int take, int skip) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*) from article_words where article_words match {terms}) as total from article_words where article_words match {terms}
        order by rowid desc limit {take} offset {skip}
        """);

    private static IQueryable<Found> BestInPostgres(NewsDb db, string terms, int take, int skip, int ranked) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*)::int from article_words where words @@ {terms}::tsquery) as total
        from (select rowid, words from article_words where words @@ {terms}::tsquery order by rowid desc limit {ranked}) newest
        order by ts_rank(words, {terms}::tsquery, 1) desc, rowid desc limit {take} offset {skip}
        """);

    private static IQueryable<Found> OlderInPostgres(NewsDb db, string terms, int take, int skip) => db.Set<Found>().FromSql($"""
        select rowid as id, (select count(*)::int from article_words where words @@ {terms}::tsquery) as total from article_words where words @@ {terms}::tsquery
        order by rowid desc limit {take} offset {skip}
        """);
}
