using Broadsheet.Domain.Readers;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Readers;

/// <summary>Knows readers again by the fingerprint of their address.</summary>
public static class ReaderBook
{
    /// <summary>The reader of an address, entered when it is seen for the first time, also when two requests see it at once.</summary>
    public static async Task<Reader> FindOrEnterAsync(NewsDb db, Seal seal, string email, DateTime now, CancellationToken stop)
    {
        var fingerprint = seal.Fingerprint(email);
        if (await db.Readers.SingleOrDefaultAsync(r => r.Fingerprint == fingerprint, stop) is { } known) return known;
        await EnterAsync(db, Reader.Of(email, seal, now), stop);
        return await db.Readers.SingleAsync(r => r.Fingerprint == fingerprint, stop);
    }

    /// <summary>The readers of many addresses, by fingerprint; the context does not know them.</summary>
    /// <param name="emails">By fingerprint.</param>
    public static async Task<Dictionary<string, Reader>> FindOrEnterAsync(NewsDb db, Seal seal, IReadOnlyDictionary<string, string> emails, DateTime now, CancellationToken stop)
    {
        var known = await OfAsync(db, [.. emails.Keys], stop);
        List<string> strangers = [.. emails.Keys.Where(fingerprint => !known.ContainsKey(fingerprint))];
        foreach (var fingerprint in strangers) await EnterAsync(db, Reader.Of(emails[fingerprint], seal, now), stop);
        foreach (var (fingerprint, reader) in await OfAsync(db, strangers, stop)) known[fingerprint] = reader;
        return known;
    }

    /// <summary>The desk, or that of an older site, has let them through.</summary>
    public static Task TrustAsync(NewsDb db, IReadOnlyCollection<long> readers, CancellationToken stop) =>
        db.Readers.Where(r => readers.Contains(r.Id) && !r.Trusted).ExecuteUpdateAsync(set => set.SetProperty(r => r.Trusted, true), stop);

    private static Task<Dictionary<string, Reader>> OfAsync(NewsDb db, List<string> fingerprints, CancellationToken stop) =>
        db.Readers.AsNoTracking().Where(r => fingerprints.Contains(r.Fingerprint)).ToDictionaryAsync(r => r.Fingerprint, stop);

    private static Task EnterAsync(NewsDb db, Reader stranger, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
        insert into reader (sealed_email, fingerprint, first_seen_at, trusted)
        values ({stranger.SealedEmail}, {stranger.Fingerprint}, {stranger.FirstSeenAt}, {stranger.Trusted}) on conflict (fingerprint) do nothing
        """, stop);
}
