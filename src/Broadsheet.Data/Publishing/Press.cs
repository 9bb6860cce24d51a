using Broadsheet.Data.Fronts;
using Broadsheet.Data.Search;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
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
        var article = Article.StartAt(path, sectionId, language);
        db.Articles.Add(article);
        await db.SaveChangesAsync(stop);
        db.Addresses.Add(new Address(path, article.Id));
        await db.SaveChangesAsync(stop);
        return article;
    }

    /// <param name="article">Tracked by <paramref name="db"/>, with its number: the hash of a revision covers it.</param>
    /// <param name="path">Where readers find it from now on; an older address keeps redirecting.</param>
    public static async Task<Result<Revision>> PublishAsync(NewsDb db, Article article, string path, Copy copy, Publication publication, DateTime now, CancellationToken stop)
    {
        if (Reserved.Holds(path)) return Reserved.Refuse(path).At("slug");
        if (await db.Addresses.AnyAsync(a => a.Path == path && a.ArticleId != article.Id, stop) || await db.Sections.AnyAsync(s => s.Path == path, stop))
            return Refusal.Conflict("The address {0} already belongs to another article or section.", path).At("slug");

        var before = await Listing.OfAsync(db, article, stop);
        var head = await RevisionLog.HeadAsync(db, stop);
        article.MoveTo(path);
        var published = article.Publish(copy, publication, head.Hash, now, await CorrectionBook.StandingAsync(db, article, stop));
        if (published.Refused is not null) return published;

        await RevisionLog.AppendAsync(db, published.Value, head, stop);
        article.Show(published.Value);
        if (!await db.Addresses.AnyAsync(a => a.Path == path, stop)) db.Addresses.Add(new Address(path, article.Id));
        await ArticleWords.ReplaceAsync(db, published.Value, stop);
        var after = await Listing.OfAsync(db, article, stop);
        await FileAsync(db, article, after, stop);
        await CorrectionBook.FileAsync(db, article.Id, published.Value.Corrections, stop);
        await db.SaveChangesAsync(stop);
        db.Touch([.. Listing.Changed(article.Id, before, after), Names.RevisionLog]);
        return published;
    }

    public static async Task<Refusal?> WithdrawAsync(NewsDb db, Article article, string reason, DateTime now, CancellationToken stop)
    {
        var before = await Listing.OfAsync(db, article, stop);
        if (article.Withdraw(reason, now) is { } refusal) return refusal;
        await ArticleWords.RemoveAsync(db, article.Id, stop);
        await SlotBook.EndAsync(db, s => s.ArticleId == article.Id, now, stop);
        await FileAsync(db, article, null, stop);
        await CorrectionBook.FileAsync(db, article.Id, [], stop);
        await db.SaveChangesAsync(stop);
        db.Touch(Listing.Changed(article.Id, before, null));
        return null;
    }

    /// <summary>The article comes to stand in the lists that it belongs to, and in no other.</summary>
    private static async Task FileAsync(NewsDb db, Article article, Listing? listing, CancellationToken stop)
    {
        var belongs = (listing?.Shown ?? []).ToHashSet();
        var stands = await db.Listed.Where(l => l.ArticleId == article.Id).ToListAsync(stop);
        db.Listed.RemoveRange(stands.Where(l => !belongs.Contains(l.List)));
        db.Listed.AddRange(belongs.Except(stands.Select(l => l.List)).Select(list => new Listed(list, article.PublishedAt!.Value, article.Id)));
    }
}
