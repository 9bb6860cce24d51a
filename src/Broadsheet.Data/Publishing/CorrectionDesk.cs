using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>Issues a notice at an article that readers see, with or without a change of its text. To be called while holding the <see cref="Writing.Write"/>; the caller commits.</summary>
public static class CorrectionDesk
{
    /// <param name="article">Tracked by <paramref name="db"/>.</param>
    /// <param name="copy">The text from now on; null: as it stands.</param>
    public static async Task<Result<Revision>> IssueAsync(NewsDb db, Article article, CorrectionKind kind, string? text, Copy? copy, DateTime now, CancellationToken stop)
    {
        if (!article.IsPublished) return Refusal.Conflict("Only an article that readers see can be corrected.");
        var notice = Correction.Write(kind, text, now);
        if (notice.Refused is { } refusal) return refusal;
        var shown = await db.Revisions.SingleAsync(r => r.Id == article.RevisionId, stop);
        if (shown.Corrections.Any(notice.Value.Repeats)) return Refusal.Conflict("This notice stands at the article already.").At("text");
        var publication = new Publication(article.PublishedAt!.Value, CommentsOpen: article.CommentsOpen, Rank: article.Rank, Corrections: [notice.Value]);
        return await Press.PublishAsync(db, article, article.Path, copy ?? shown.AsCopy(), publication, now, stop);
    }
}
