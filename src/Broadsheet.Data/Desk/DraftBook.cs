using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Desk;

/// <summary>Where every save of the desk is kept, and two people's texts of one article are put together.</summary>
public static class DraftBook
{
    /// <summary>What a writer began with: the number of a draft; where there was none, the revision that readers saw; else the copy that was brought over.</summary>
    public sealed record Base(int Number, long? RevisionId = null);

    /// <param name="Number">The draft that holds what the writer sent: what they write next is based on it.</param>
    /// <param name="Head">The draft that the article stands at now. The same when nobody else wrote meanwhile.</param>
    /// <param name="Merged">The two put together; null when nobody else wrote meanwhile. With clashes it is only a proposal: what was sent lies aside, and the head is the other's.</param>
    public sealed record Saved(int Number, int Head, Merged? Merged);

    /// <summary>Keeps what somebody wrote, whatever else comes of it. To be called while holding the <see cref="Writing.Write"/>; the caller commits.</summary>
    public static async Task<Result<Saved>> SaveAsync(NewsDb db, Article article, Copy copy, Base from, string sitting, SignedIn by, DateTime now, CancellationToken stop)
    {
        var work = await WorkAsync(db, article, by, now, stop);
        if (work.ClosedTo(by) is { } closed) return closed;
        var last = await LastAsync(db, article.Id, stop);
        if (last == 0 && article.RevisionId is null && work.Copy.Headline.Length > 0) Add(db, article, ++last, 0, DraftKind.Brought, work.Copy, sitting, by, now);
        var isHead = from.Number > 0 ? from.Number == work.Number : work.SavedBy is null && from.RevisionId == article.RevisionId;
        var isSame = Merge.IsSame(copy, work.Copy);
        // The same again makes no further draft: a window that lost the answer asks once more.
        if (isSame && work.Number > 0) return new Saved(work.Number, work.Number, null);
        if (isHead || isSame) return Keep(db, article, work, last + 1, from, copy, sitting, by, now);

        var merged = Merge.Of(await CommonAsync(db, article.Id, from, stop), copy, work.Copy);
        if (merged.Clashes.Count == 0 && Merge.IsSame(copy, merged.Copy)) return Keep(db, article, work, last + 1, from, copy, sitting, by, now);
        var clashes = merged.Clashes.Count > 0;
        Add(db, article, last + 1, from.Number, clashes ? DraftKind.Aside : DraftKind.Saved, copy, sitting, by, now);
        if (clashes) return new Saved(last + 1, work.Number, merged);
        Add(db, article, last + 2, last + 1, DraftKind.Merged, merged.Copy, sitting, by, now);
        work.Save(last + 2, merged.Copy, by, now);
        return new Saved(last + 1, last + 2, merged);
    }

    private static Result<Saved> Keep(NewsDb db, Article article, WorkingCopy work, int number, Base from, Copy copy, string sitting, SignedIn by, DateTime now)
    {
        Add(db, article, number, from.Number, DraftKind.Saved, copy, sitting, by, now);
        work.Save(number, copy, by, now);
        return new Saved(number, number, null);
    }

    /// <summary>What the desk has in work of the article; begun from what readers see where there is nothing yet.</summary>
    private static async Task<WorkingCopy> WorkAsync(NewsDb db, Article article, SignedIn by, DateTime now, CancellationToken stop)
    {
        if (await db.WorkingCopies.SingleOrDefaultAsync(w => w.ArticleId == article.Id, stop) is { } work) return work;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == article.RevisionId, stop);
        work = new WorkingCopy(article.Id, WorkingState.Draft, null, now, revision.Copy());
        work.Decide(new Plan(null, article.Rank, article.CommentsOpen));
        db.WorkingCopies.Add(work);
        return work;
    }

    private static async Task<Copy?> CommonAsync(NewsDb db, long articleId, Base from, CancellationToken stop)
    {
        if (from.Number > 0) return (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ArticleId == articleId && d.Number == from.Number, stop))?.Copy;
        if (from.RevisionId is { } revision) return (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == revision && r.ArticleId == articleId, stop))?.Copy();
        return (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ArticleId == articleId && d.Number == 1 && d.Kind == DraftKind.Brought, stop))?.Copy;
    }

    private static async Task<int> LastAsync(NewsDb db, long articleId, CancellationToken stop) => await db.Drafts.Where(d => d.ArticleId == articleId).MaxAsync(d => (int?)d.Number, stop) ?? 0;

    private static void Add(NewsDb db, Article article, int number, int basedOn, DraftKind kind, Copy copy, string sitting, SignedIn by, DateTime now) =>
        db.Drafts.Add(new Draft(article.Id, number, basedOn, kind, by.Id, sitting, now, copy));
}
