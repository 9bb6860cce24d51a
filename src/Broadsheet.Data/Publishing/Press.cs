using Broadsheet.Data.Search;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>
/// Puts copy before the readers, and takes it back: revision, addresses, archives, search and the record of the change, together.
/// To be called while holding the <see cref="Writing.Write"/>; the caller commits.
/// </summary>
public static class Press
{
    /// <summary>Gives a new article its number and its address; readers see nothing of it before it is published.</summary>
    public static async Task<Article> EnterAsync(NewsDb db, string path, long sectionId, string language, CancellationToken stop)
    {
        var article = Article.StartAt(path);
        var row = db.Articles.Add(article);
        row.Property(a => a.SectionId).CurrentValue = sectionId;
        row.Property(a => a.Language).CurrentValue = language;
        await db.SaveChangesAsync(stop);
        db.Addresses.Add(new Address(path, article.Id));
        await db.SaveChangesAsync(stop);
        return article;
    }

    /// <param name="article">Tracked by <paramref name="db"/>, with its number: the hash of a revision covers it.</param>
    /// <param name="path">Where readers find it from now on; an older address keeps redirecting.</param>
    public static async Task<Result<Revision>> PublishAsync(NewsDb db, Article article, string path, Copy copy, Publication publication, DateTime now, CancellationToken stop)
    {
        if (await db.Addresses.AnyAsync(a => a.Path == path && a.ArticleId != article.Id, stop) || await db.Sections.AnyAsync(s => s.Path == path, stop))
            return Refusal.Conflict("The address {0} already belongs to another article or section.", path).At("slug");

        var before = await Listing.OfAsync(db, article, stop);
        var head = await RevisionLog.HeadAsync(db, stop);
        article.MoveTo(path);
        var published = article.Publish(copy, publication, head.Hash, now);
        if (published.Refused is not null) return published;

        await RevisionLog.AppendAsync(db, published.Value, head, stop);
        article.Show(published.Value);
        if (!await db.Addresses.AnyAsync(a => a.Path == path, stop)) db.Addresses.Add(new Address(path, article.Id));
        await FileAsync(db, article, copy, stop);
        await ArticleWords.PutAsync(db, published.Value, stop);
        await db.SaveChangesAsync(stop);
        db.Touch(Listing.Changed(article.Id, before, await Listing.OfAsync(db, article, stop)));
        return published;
    }

    public static async Task<Refusal?> WithdrawAsync(NewsDb db, Article article, string reason, DateTime now, CancellationToken stop)
    {
        var before = await Listing.OfAsync(db, article, stop);
        if (article.Withdraw(reason, now) is { } refusal) return refusal;
        await ArticleWords.RemoveAsync(db, article.Id, stop);
        await db.Slots.Where(s => s.ArticleId == article.Id).ExecuteDeleteAsync(stop);
        await db.SaveChangesAsync(stop);
        db.Touch(Listing.Changed(article.Id, before, null));
        return null;
    }

    /// <summary>Files the article under its topics and its authors.</summary>
    private static async Task FileAsync(NewsDb db, Article article, Copy copy, CancellationToken stop)
    {
        var topics = (copy.Topics ?? []).Select(t => t.Slug).ToList();
        var authors = (copy.Credits ?? []).Select(c => c.Slug).OfType<string>().ToList();
        var oldTopics = await db.ArticleTopics.Where(t => t.ArticleId == article.Id).ToListAsync(stop);
        var oldBylines = await db.ArticleBylines.Where(b => b.ArticleId == article.Id).ToListAsync(stop);
        var topicIds = await db.Topics.Where(t => topics.Contains(t.Slug)).Select(t => t.Id).ToListAsync(stop);
        var bylineIds = await db.Bylines.Where(b => authors.Contains(b.Slug)).Select(b => b.Id).ToListAsync(stop);

        db.ArticleTopics.RemoveRange(oldTopics.Where(t => !topicIds.Contains(t.TopicId)));
        db.ArticleBylines.RemoveRange(oldBylines.Where(b => !bylineIds.Contains(b.BylineId)));
        db.ArticleTopics.AddRange(topicIds.Except(oldTopics.Select(t => t.TopicId)).Select(id => new ArticleTopic(article.Id, id)));
        db.ArticleBylines.AddRange(bylineIds.Except(oldBylines.Select(b => b.BylineId)).Select(id => new ArticleByline(article.Id, id)));
    }
}
