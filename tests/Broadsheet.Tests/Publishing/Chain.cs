using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Publishing;

/// <summary>The judge of a revision log: one chain without a gap, as it is read back.</summary>
internal static class Chain
{
    /// <returns>How many revisions it has.</returns>
    public static async Task<int> JudgeAsync(NewsDb db)
    {
        var log = await db.Revisions.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(r => r.Id));
        var head = Revision.NoHash;
        foreach (var revision in log)
        {
            Assert.True(revision.Follows(head), $"revision {revision.Id} does not follow the one before it");
            head = revision.Hash;
        }
        return log.Count;
    }
}
