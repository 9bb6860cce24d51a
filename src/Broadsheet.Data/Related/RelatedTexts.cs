using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Related;
using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Related;

/// <summary>Reads of published articles what their likeness is told from, and the list that each has.</summary>
public static class RelatedTexts
{
    /// <param name="List">Null when none was made yet.</param>
    public sealed record Entry(RelatedArticle Article, long RevisionId, ReadAlso? List);

    public static Task<List<Entry>> OfAsync(NewsDb db, IReadOnlyCollection<long> ids, CancellationToken stop) =>
        ReadAsync(db, db.Articles.Where(a => ids.Contains(a.Id)), stop);

    /// <summary>The next of all of them, the oldest first.</summary>
    /// <param name="last">Where the former ones ended; null for the first.</param>
    public static Task<List<Entry>> NextAsync(NewsDb db, RelatedArticle? last, int most, CancellationToken stop)
    {
        IQueryable<Article> articles = db.Articles;
        if (last is { PublishedAt: { } at, Id: var id }) articles = articles.Where(a => a.PublishedAt >= at && (a.PublishedAt > at || a.Id > id));
        return ReadAsync(db, articles.Where(a => a.State == ArticleState.Published).OrderBy(a => a.PublishedAt).ThenBy(a => a.Id).Take(most), stop);
    }

    private sealed record Row(long Id, long RevisionId, string Headline, string? Standfirst, string Body, string Language, DateTime? PublishedAt, long? StoryId, IReadOnlyList<TopicMark> Topics, ReadAlso? List);

    private static async Task<List<Entry>> ReadAsync(NewsDb db, IQueryable<Article> articles, CancellationToken stop)
    {
        var rows =
            from a in articles
            where a.State == ArticleState.Published
            join r in db.Revisions on a.RevisionId equals r.Id
            join l in db.ReadAlso on a.Id equals l.ArticleId into lists
            from list in lists.DefaultIfEmpty()
            orderby a.PublishedAt, a.Id
            select new Row(a.Id, r.Id, r.Headline, r.Standfirst, r.Body, r.Language, a.PublishedAt, a.StoryId, r.Topics, list);
        return [.. (await rows.AsNoTracking().ToListAsync(stop)).Select(r => new Entry(Article(r), r.RevisionId, r.List))];
    }

    private static RelatedArticle Article(Row r) =>
        new(r.Id, r.Headline, $"{r.Standfirst}\n{PlainText.Of(r.Body)}", r.Language, r.PublishedAt, r.StoryId, [.. r.Topics.Select(t => t.Slug)]);
}
