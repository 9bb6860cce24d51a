using System.Data.Common;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Text;

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

    /// <param name="ranked">How many of the newest hits are ranked.</param>
    /// <returns>The ids of one page of hits, and how many there are in all.</returns>
    public static async Task<(List<long> Ids, int Total)> FindAsync(ReadingConnection db, string query, int skip, int take, CancellationToken stop, int ranked = Ranked)
    {
        var words = SoughtWord.In(query).Take(MostWords).ToList();
        if (words.Count == 0) return ([], 0);
        var terms = db.IsPostgres ? InPostgresTerms(words) : InSqliteTerms(words);
        var found = skip < ranked ? await Best.AllAsync(db, stop, terms, Math.Min(take, ranked - skip), skip, ranked) : [];
        var passed = skip + found.Count;
        if (found.Count < take && passed >= ranked) found.AddRange(await Older.AllAsync(db, stop, terms, take - found.Count, passed));
        if (found.Count == 0 && skip > 0) return ([], (await FindAsync(db, query, 0, 1, stop)).Total);
        return ([.. found.Select(f => f.Id)], found.Count == 0 ? 0 : found[0].Total);
    }

    private static string InSqliteTerms(List<SoughtWord> words) =>
        string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Forms.Select(f => $"\"{f.Replace("\"", "")}\""))})"));

    private static string InPostgresTerms(List<SoughtWord> words) =>
        string.Join(" & ", words.Select(w => $"({string.Join(" | ", w.Forms.Select(f => $"'{f.Replace("\\", "\\\\").Replace("'", "''")}'"))})"));

    // Of each hit its id, and how many there are in all. @p0 terms, @p1 how many, @p2 from which on, @p3 how many are ranked.
    private static readonly Question<(long Id, int Total)>
        Best = new("""
            select rowid, (select count(*) from article_words where article_words match @p0)
            from (select rowid, bm25(article_words, 6.0, 2.0, 1.0) as score from article_words where article_words match @p0 order by rowid desc limit @p3)
            order by score, rowid desc limit @p1 offset @p2
            """, """
            select rowid, (select count(*)::int from article_words where words @@ @p0::tsquery)
            from (select rowid, words from article_words where words @@ @p0::tsquery order by rowid desc limit @p3) newest
            order by ts_rank(words, @p0::tsquery, 1) desc, rowid desc limit @p1 offset @p2
            """, Found),
        Older = new("""
            select rowid, (select count(*) from article_words where article_words match @p0) from article_words where article_words match @p0
            order by rowid desc limit @p1 offset @p2
            """, """
            select rowid, (select count(*)::int from article_words where words @@ @p0::tsquery) from article_words where words @@ @p0::tsquery
            order by rowid desc limit @p1 offset @p2
            """, Found);

    private static (long Id, int Total) Found(DbDataReader row) => (row.GetInt64(0), row.GetInt32(1));
}
