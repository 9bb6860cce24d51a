using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Writing;

/// <summary>The ever-growing record of changes. Their numbers grow in the order in which they are committed.</summary>
internal static class ChangeLog
{
    // Any number that every Broadsheet program shares.
    private const long Key = 0x4348414e4745;

    /// <summary>The last act of a write: on PostgreSQL the others wait from here to its commit.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> EnterAsync(NewsDb db, Change change, CancellationToken stop)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", stop);
        db.Changes.Add(change);
        await db.SaveChangesAsync(stop);
        return change.Id;
    }
}
