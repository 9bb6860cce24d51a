using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>The list of all notices that stand at articles which readers see. The notices themselves are in the revisions.</summary>
internal static class CorrectionBook
{
    public static IEnumerable<ListedCorrection> Rows(long articleId, IReadOnlyList<Correction> corrections) =>
        corrections.Select((c, position) => new ListedCorrection(articleId, position, c.At, c.Kind, c.Text));

    /// <summary>The notices that the next revision has to carry on.</summary>
    public static async Task<IReadOnlyList<Correction>> StandingAsync(NewsDb db, Article article, CancellationToken stop) =>
        article.RevisionId is { } id ? await db.Revisions.Where(r => r.Id == id).Select(r => r.Corrections).SingleAsync(stop) : [];

    /// <param name="corrections">All of the article; none when readers do not see it any more.</param>
    public static async Task FileAsync(NewsDb db, long articleId, IReadOnlyList<Correction> corrections, CancellationToken stop)
    {
        var gone = await db.ListedCorrections.Where(l => l.ArticleId == articleId).ExecuteDeleteAsync(stop);
        if (gone + corrections.Count == 0) return;
        foreach (var known in db.ChangeTracker.Entries<ListedCorrection>().Where(e => e.Entity.ArticleId == articleId).ToList()) known.State = EntityState.Detached;
        db.ListedCorrections.AddRange(Rows(articleId, corrections));
        // Also when they stay: the list shows the article's headline and address.
        db.Touch(Names.Corrections);
    }
}
