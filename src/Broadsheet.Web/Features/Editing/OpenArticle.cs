using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>An article as somebody of the desk comes to it: what is in work, and what they may do with it.</summary>
/// <param name="Work">Null: nothing is in work, and readers see its published revision.</param>
public sealed record OpenArticle(Article Article, WorkingCopy? Work)
{
    /// <summary>For <paramref name="by"/>; refused when there is none of the number, or it is none of theirs.</summary>
    public static async Task<Result<OpenArticle>> FindAsync(NewsDb db, long id, SignedIn by, CancellationToken stop)
    {
        if (await db.Articles.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } article) return Refusal.NotFound("There is no such article.");
        var work = await db.WorkingCopies.SingleOrDefaultAsync(w => w.ArticleId == id, stop);
        if (!by.May(Right.WriteAny) && !(by.May(Right.Write) && (article.StartedBy == by.Id || await IsCreditedAsync(db, article, work, by, stop)))) return Refusal.NotAllowed("This piece is somebody else's.");
        return new OpenArticle(article, work);
    }

    /// <summary>Those who may publish may write in all; others in what they began or are credited in.</summary>
    private static async Task<bool> IsCreditedAsync(NewsDb db, Article article, WorkingCopy? work, SignedIn by, CancellationToken stop)
    {
        var slug = await db.Staff.Where(s => s.Id == by.Id).Join(db.Bylines, s => s.BylineId, b => b.Id, (_, b) => b.Slug).SingleOrDefaultAsync(stop);
        if (slug is null) return false;
        var credits = work?.Copy.Credits ?? (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == article.RevisionId, stop))?.Credits;
        return credits?.Any(c => c.Slug == slug) is true;
    }
}
