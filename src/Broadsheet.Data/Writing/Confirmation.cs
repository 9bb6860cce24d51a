using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Writing;

/// <summary>The last step of a write: the caches in front of the paper have let go of what it changed. It is a server that tells them; this only waits.</summary>
internal static class Confirmation
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>A cache that does not confirm in time is waited for no more until it answers again. Never throws: the write is done.</summary>
    public static async Task AwaitAsync(NewsDb db, long changeId)
    {
        var end = DateTime.UtcNow + Longest;
        try
        {
            while (await db.Purged.AnyAsync(p => p.ChangeId < changeId && !p.Faltering))
            {
                if (DateTime.UtcNow > end)
                {
                    await db.Purged.Where(p => p.ChangeId < changeId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Faltering, true));
                    return;
                }
                await Task.Delay(Pause);
            }
        }
        catch (DbException)
        {
            // What was written stays written, and the caches will be told.
        }
    }
}
