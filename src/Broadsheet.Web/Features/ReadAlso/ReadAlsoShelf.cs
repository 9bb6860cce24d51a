using System.Collections.Concurrent;
using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Related;
using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>
/// Which articles to read also: the editor's picks, then those whose text is alike. The index is filled at the first start and
/// then follows the paper's record of changes, whoever made them.
/// </summary>
public sealed class ReadAlsoShelf(IServiceScopeFactory scopes) : IDisposable
{
    private const int Places = 5;
    private const string ArticlePrefix = "article:";

    private readonly RelatedIndex index = new();
    private readonly SemaphoreSlim following = new(1, 1);
    private ConcurrentDictionary<long, IReadOnlyList<long>> nearest = new();
    private long followed = -1;

    /// <summary>Ids, best first. May hold one that was withdrawn this moment: the list of cards leaves it out.</summary>
    public async Task<IReadOnlyList<long>> ForAsync(ReadingRoom room, Article article, Revision revision, CancellationToken stop)
    {
        await WarmAsync(stop);
        room.Sources.Name(Names.Articles);
        return [.. revision.ReadAlso.Concat(Nearest(article.Id)).Where(id => id != article.Id).Distinct().Take(Math.Max(Places, revision.ReadAlso.Count))];
    }

    // Asked for again only after something was published or taken back.
    private IReadOnlyList<long> Nearest(long articleId) =>
        nearest.GetOrAdd(articleId, id => [.. index.Nearest(id, Places).Select(likeness => likeness.Id)]);

    /// <summary>Fills the index ahead of the first reader.</summary>
    public async Task WarmAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await FollowAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), stop);
    }

    public void Dispose()
    {
        index.Dispose();
        following.Dispose();
    }

    private async Task FollowAsync(NewsDb db, CancellationToken stop)
    {
        var newest = await db.Changes.MaxAsync(c => (long?)c.Id, stop) ?? 0;
        if (newest == Volatile.Read(ref followed)) return;
        await following.WaitAsync(stop);
        try
        {
            if (followed < 0) await FillAsync(db, stop);
            else await CatchUpAsync(db, newest, stop);
            Volatile.Write(ref followed, newest);
        }
        finally { following.Release(); }
    }

    private async Task FillAsync(NewsDb db, CancellationToken stop)
    {
        await foreach (var article in Known(db.Articles, db).AsAsyncEnumerable().WithCancellation(stop)) index.Put(Read(article));
    }

    private async Task CatchUpAsync(NewsDb db, long newest, CancellationToken stop)
    {
        var names = await db.Changes.Where(c => c.Id > followed && c.Id <= newest).Select(c => c.Names).ToListAsync(stop);
        var ids = names.SelectMany(n => n.Split(' ')).Where(n => n.StartsWith(ArticlePrefix)).Select(n => long.Parse(n[ArticlePrefix.Length..])).Distinct().ToList();
        if (ids.Count == 0) return;
        var shown = await Known(db.Articles.Where(a => ids.Contains(a.Id)), db).ToListAsync(stop);
        foreach (var article in shown) index.Put(Read(article));
        foreach (var gone in ids.Except(shown.Select(a => a.Id))) index.Remove(gone);
        nearest = new();
    }

    private sealed record Row(long Id, string Headline, string? Standfirst, string Body, string Language, DateTime? PublishedAt, long? StoryId, IReadOnlyList<TopicMark> Topics);

    private static IQueryable<Row> Known(IQueryable<Article> articles, NewsDb db) =>
        from a in articles
        where a.State == ArticleState.Published
        join r in db.Revisions on a.RevisionId equals r.Id
        select new Row(a.Id, r.Headline, r.Standfirst, r.Body, r.Language, a.PublishedAt, a.StoryId, r.Topics);

    private static RelatedArticle Read(Row r) =>
        new(r.Id, r.Headline, $"{r.Standfirst}\n{PlainText.Of(r.Body)}", r.Language, r.PublishedAt, r.StoryId, [.. r.Topics.Select(t => t.Slug)]);
}
