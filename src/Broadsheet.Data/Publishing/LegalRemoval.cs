using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>Takes the content of one revision out of the log for a legal reason. Its place, times and hash stay, and a signed tombstone says why.</summary>
public static class LegalRemoval
{
    /// <param name="by">Null: somebody at the command line.</param>
    public static async Task<Refusal?> RemoveAsync(NewsDb db, Article article, int number, string? reason, Signet signet, SignedIn? by, DateTime now, CancellationToken stop)
    {
        await ForgetWhollyAsync(db, stop);
        await using var write = await Write.AloneAsync(db, stop);
        if (await db.Revisions.SingleOrDefaultAsync(r => r.ArticleId == article.Id && r.Number == number, stop) is not { } revision) return Refusal.NotFound("The article has no such version.");
        await db.Entry(article).ReloadAsync(stop);
        if (article.IsPublished && article.RevisionId == revision.Id) return Refusal.Conflict("This version is what readers see. Withdraw the article first, or publish one without the text in question.");
        if (revision.Remove(reason, signet, now) is { } refusal) return refusal;
        db.Audit.Add(new AuditEntry(by, "expunged", article.Id, $"version {number}: {revision.Tombstone!.Reason}", now));
        db.Touch(Names.Article(article.Id), Names.RevisionLog);
        await write.CommitAsync(now, stop);
        await ForgetLogAsync(db, stop);
        return null;
    }

    // SQLite would leave the old text in its file until the room is needed, and in the log of what was written before.
    private static async Task ForgetWhollyAsync(NewsDb db, CancellationToken stop)
    {
        if (db.IsPostgres) return;
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("pragma secure_delete = on", stop);
    }

    private static Task ForgetLogAsync(NewsDb db, CancellationToken stop) => db.IsPostgres ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", stop);
}
