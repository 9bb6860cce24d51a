using Broadsheet.Data.Writing;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Purging;

/// <summary>Which cache in front of the paper has been told of which changes. It outlives the program, so that no change is kept from a cache for good.</summary>
public static class PurgeBook
{
    // A round of telling: so many changes at most, so that none of them is remembered for long.
    private const int Most = 1000;

    /// <summary>What a cache has still to be told.</summary>
    /// <param name="ChangeId">The newest of the changes.</param>
    public sealed record News(long ChangeId, IReadOnlyCollection<string> Names);

    /// <summary>What is entered anew is told of changes from now on; of what it holds from earlier, nothing is known.</summary>
    public static async Task<Purged> EnterAsync(NewsDb db, string edge, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"insert into purged (edge, change_id, edition, faltering) select {edge}, coalesce(max(id), 0), '', false from change where true on conflict do nothing", stop);
        return await Of(db, edge).SingleAsync(stop);
    }

    /// <summary>Writers wait for none but these.</summary>
    public static Task StrikeOthersAsync(NewsDb db, IReadOnlyCollection<string> edges, CancellationToken stop) =>
        db.Purged.Where(p => !edges.Contains(p.Edge)).ExecuteDeleteAsync(stop);

    /// <summary>
    /// Null when the cache has been told everything. When it returns, no node gives out pages from before these changes: a cache that was told earlier
    /// might fetch such a page, and keep it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The cache is not entered.</exception>
    public static async Task<News?> NextAsync(NewsDb db, string edge, CancellationToken stop)
    {
        var told = await Of(db, edge).Select(p => p.ChangeId).SingleAsync(stop);
        var changes = await db.Changes.AsNoTracking().Where(c => c.Id > told).OrderBy(c => c.Id).Take(Most).ToListAsync(stop);
        if (changes.Count == 0) return null;
        if (db.IsPostgres) await Nodes.HearAsync(db, changes[^1].Id);
        return new News(changes[^1].Id, [.. changes.SelectMany(c => c.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()]);
    }

    /// <summary>The newest change; 0 when there is none. No node gives out pages from before it.</summary>
    public static async Task<long> NewestAsync(NewsDb db, CancellationToken stop)
    {
        var newest = await db.Changes.Select(c => c.Id).DefaultIfEmpty().MaxAsync(stop);
        if (db.IsPostgres) await Nodes.HearAsync(db, newest);
        return newest;
    }

    /// <summary>The cache has confirmed all up to this change; another program may have told it more.</summary>
    public static Task ConfirmAsync(NewsDb db, string edge, long changeId, CancellationToken stop) =>
        Of(db, edge).Where(p => p.ChangeId < changeId || p.Faltering).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.ChangeId, p => p.ChangeId < changeId ? changeId : p.ChangeId).SetProperty(p => p.Faltering, false), stop);

    /// <summary>The cache holds nothing from before; what it takes from now on is of this edition.</summary>
    public static Task BeginEditionAsync(NewsDb db, string edge, string edition, CancellationToken stop) =>
        Of(db, edge).ExecuteUpdateAsync(set => set.SetProperty(p => p.Edition, edition), stop);

    public static Task FalterAsync(NewsDb db, string edge, CancellationToken stop) =>
        Of(db, edge).Where(p => !p.Faltering).ExecuteUpdateAsync(set => set.SetProperty(p => p.Faltering, true), stop);

    private static IQueryable<Purged> Of(NewsDb db, string edge) => db.Purged.AsNoTracking().Where(p => p.Edge == edge);
}
