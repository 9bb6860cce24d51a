using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Where addresses of the old site lead today. To be used while holding the write lock.</summary>
internal sealed class OldAddressBook(NewsDb db, OldSite site, CancellationToken stop)
{
    // In characters; nobody types or prints a longer one.
    private const int Longest = 800;

    private readonly Dictionary<string, string> entered = [];

    /// <param name="path">Below the old site's root, decoded.</param>
    /// <param name="target">A path of ours, encoded.</param>
    public void Enter(string path, string target) => EnterWhole(site.Below(path), target);

    /// <summary>"/?p=12".</summary>
    public void EnterQuery(string name, string value, string target)
    {
        EnterWhole($"/?{name}={value}", target);
        if (site.Below("") != "/") EnterWhole($"{site.Below("")}?{name}={value}", target);
    }

    /// <param name="path">From the root, decoded.</param>
    public void EnterWhole(string path, string target)
    {
        if (path != target && path.Length <= Longest) entered[path] = target;
    }

    /// <summary>Stores what was entered; the last act of a write.</summary>
    public async Task StoreAsync()
    {
        await Forwarding.PutAsync(db, entered, stop);
        entered.Clear();
    }

    /// <summary>Those of some paths of ours that belong to somebody.</summary>
    public async Task<HashSet<string>> TakenAsync(List<string> paths) =>
        [.. await db.Addresses.Where(a => paths.Contains(a.Path)).Select(a => a.Path).ToListAsync(stop), .. await db.Sections.Where(s => paths.Contains(s.Path)).Select(s => s.Path).ToListAsync(stop)];

    /// <summary>Whether a path of ours belongs to nobody.</summary>
    public async Task<bool> IsFreeAsync(string path) => (await TakenAsync([path])).Count == 0;
}
