using System.Linq.Expressions;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Fronts;

/// <summary>The slots of the front. None is ever removed: it ends, so that the front of any earlier day can be told.</summary>
public static class SlotBook
{
    /// <summary>Those that stand now or will, in the order of their places.</summary>
    public static Task<List<Slot>> OpenAsync(NewsDb db, DateTime now, CancellationToken stop) =>
        db.Slots.Where(s => s.EndsAt == null || s.EndsAt > now).OrderBy(s => s.Position).ThenBy(s => s.StartsAt).ToListAsync(stop);

    /// <summary>Ends those that stand now, and those that were still to come. To be called while holding the write.</summary>
    public static async Task EndAsync(NewsDb db, Expression<Func<Slot, bool>> which, DateTime now, CancellationToken stop)
    {
        var ended = await db.Slots.Where(s => s.EndsAt == null || s.EndsAt > now).Where(which).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, now), stop);
        if (ended > 0) db.Touch(Names.Front);
    }

    public static void Put(NewsDb db, Slot slot)
    {
        db.Slots.Add(slot);
        db.Touch(Names.Front);
    }
}
