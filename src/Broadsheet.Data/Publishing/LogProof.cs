using System.Data.Common;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>Makes the paper's log of revisions again, from the first to the last, and says where it is not what was published.</summary>
/// <param name="kept">The end of the log as somebody kept it earlier; null: none. Without one, a log that was written anew as a whole would pass.</param>
public sealed class LogProof(NewsDb db, Signet signet, LogProof.Kept? kept)
{
    /// <param name="Id">Null when only the hash was kept.</param>
    public sealed record Kept(long? Id, string Hash);

    /// <param name="Revision">Where; the number in the log.</param>
    public sealed record Fault(long Revision, string What);

    /// <param name="Count">How many revisions are sound, from the first on.</param>
    /// <param name="Head">The last of those.</param>
    /// <param name="Removed">How many of them have a tombstone in the place of their content, rightly signed.</param>
    /// <param name="Fault">The first one; null when there is none.</param>
    public sealed record Result(long Count, RevisionLog.Head Head, long Removed, Fault? Fault);

    private RevisionLog.Head head = new(0, Revision.NoHash);
    private long count, removed;
    private bool keptIsSeen = kept is null || kept.Hash == Revision.NoHash;

    /// <param name="tell">Called with how many have been checked.</param>
    public async Task<Result> RunAsync(Action<long> tell, CancellationToken stop)
    {
        var fault = await ReadAsync(tell, stop);
        // Outside of the one statement that reads the log: another one says which revision it is, or where it stands.
        fault = fault is { What: Unfollowed } ? await MisplacedAsync(fault.Revision, stop) : fault ?? EndOfKept() ?? await UnshownAsync(stop);
        return new(count, head, removed, fault);
    }

    private const string Unfollowed = "it follows another revision";

    // One statement, so that what is published meanwhile is not seen in halves. Nothing is kept of what was read.
    private async Task<Fault?> ReadAsync(Action<long> tell, CancellationToken stop)
    {
        await using var log = db.Revisions.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().GetAsyncEnumerator(stop);
        while (true)
        {
            try { if (!await log.MoveNextAsync()) return null; }
            catch (Exception wrong) when (wrong is not (DbException or OperationCanceledException or IOException)) { return new(head.Id + 1, "it was altered: its content cannot be read any more"); }
            if (Judge(log.Current) is { } fault) return fault;
            (head, count) = (new(log.Current.Id, log.Current.Hash), count + 1);
            if (log.Current.Tombstone is not null) removed++;
            tell(count);
        }
    }

    private Fault? Judge(Revision revision)
    {
        var id = head.Id + 1;
        if (revision.Id != id) return new(id, "it is missing");
        if (!revision.IsWhole) return new(id, revision.Tombstone is null ? "it was altered: its hash is not that of its content" : "it was altered: it has a tombstone, and content too");
        if (revision.PreviousHash != head.Hash) return new(id, Unfollowed);
        if (revision.Tombstone is { } tombstone && !tombstone.IsOf(revision, signet)) return new(id, tombstone.Key == signet.Name
            ? "its content is gone, and the signature of the tombstone in its place is false" : $"its content is gone, and the tombstone in its place is signed with a key that this paper does not have ({tombstone.Key})");
        if (kept is null) return null;
        keptIsSeen |= revision.Hash == kept.Hash && (kept.Id ?? id) == id;
        return kept.Id == id && revision.Hash != kept.Hash ? new(id, "it is another one than when the head was kept: the log was written anew") : null;
    }

    private async Task<Fault> MisplacedAsync(long id, CancellationToken stop)
    {
        var previous = await db.Revisions.Where(r => r.Id == id).Select(r => r.PreviousHash).SingleAsync(stop);
        var elsewhere = await db.Revisions.Where(r => r.Hash == previous).Select(r => (long?)r.Id).FirstOrDefaultAsync(stop);
        return new(id, previous == Revision.NoHash || elsewhere is not null
            ? $"it stands in another place than it was published at{(elsewhere is { } place ? $": it belongs behind revision {place}" : "")}" : "the revision that was published before it is missing, or another one was put in its place");
    }

    private Fault? EndOfKept()
    {
        if (keptIsSeen) return null;
        return kept!.Id > head.Id ? new(head.Id + 1, $"it is missing: the log reached to revision {kept.Id} when the head was kept")
            : new(kept.Id ?? head.Id, "the log does not hold the hash that was kept: it was written anew or cut off");
    }

    /// <summary>An article that shows what is not in the log, or not its last version.</summary>
    private async Task<Fault?> UnshownAsync(CancellationToken stop)
    {
        var shown = await db.Articles.Where(a => a.RevisionId != null && a.RevisionId != db.Revisions.Where(r => r.ArticleId == a.Id).Max(r => (long?)r.Id))
            .OrderBy(a => a.RevisionId).Select(a => new { a.Path, Id = a.RevisionId!.Value, IsThere = db.Revisions.Any(r => r.Id == a.RevisionId) }).FirstOrDefaultAsync(stop);
        return shown is null ? null : new(shown.Id, shown.IsThere ? $"{shown.Path} shows it, though the log has a later version" : $"it is missing, though {shown.Path} shows it");
    }
}
