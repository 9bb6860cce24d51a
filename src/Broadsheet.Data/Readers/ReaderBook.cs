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
        var stranger = Reader.Of(email, seal, now);
        await db.Database.ExecuteSqlAsync($"""
            insert into reader (sealed_email, fingerprint, first_seen_at, trusted)
            values ({stranger.SealedEmail}, {stranger.Fingerprint}, {stranger.FirstSeenAt}, {stranger.Trusted}) on conflict (fingerprint) do nothing
            """, stop);
        return await db.Readers.SingleAsync(r => r.Fingerprint == fingerprint, stop);
    }
}
