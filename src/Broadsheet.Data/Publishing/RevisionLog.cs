using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>The paper's log of published revisions, chained by hash. To be used while holding the <see cref="WriteLock"/>.</summary>
public static class RevisionLog
{
    public sealed record Head(long Id, string Hash);

    /// <summary>The last link of the chain; id 0 and the hash of nothing for a new paper.</summary>
    public static async Task<Head> HeadAsync(NewsDb db, CancellationToken stop) =>
        await db.Revisions.OrderByDescending(r => r.Id).Select(r => new Head(r.Id, r.Hash)).FirstOrDefaultAsync(stop) ?? new Head(0, Revision.NoHash);

    public static async Task AppendAsync(NewsDb db, Revision revision, Head head, CancellationToken stop)
    {
        var entry = db.Revisions.Add(revision);
        entry.Property(r => r.Id).CurrentValue = head.Id + 1;
        await db.SaveChangesAsync(stop);
    }
}
