using Broadsheet.Data;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Where addresses of the old site lead today. To be used while holding the write lock.</summary>
internal sealed class OldAddressBook(NewsDb db, OldSite site, CancellationToken stop)
{
    /// <param name="path">Below the old site's root, decoded.</param>
    /// <param name="target">A path of ours, encoded.</param>
    public Task EnterAsync(string path, string target) => EnterWholeAsync(site.Below(path), target);

    /// <summary>"/?p=12".</summary>
    public async Task EnterQueryAsync(string name, string value, string target)
    {
        await EnterWholeAsync($"/?{name}={value}", target);
        if (site.Below("") != "/") await EnterWholeAsync($"{site.Below("")}?{name}={value}", target);
    }

    /// <param name="path">From the root, decoded.</param>
    public async Task EnterWholeAsync(string path, string target)
    {
        if (path == target) return;
        if (await db.OldAddresses.FindAsync([path], stop) is { } known) known.LeadTo(target);
        else db.OldAddresses.Add(new OldAddress(path, target));
        db.Touch(Names.OldAddresses);
    }

    /// <summary>Whether a path of ours belongs to nobody.</summary>
    public async Task<bool> IsFreeAsync(string path) => !await db.Addresses.AnyAsync(a => a.Path == path, stop) && !await db.Sections.AnyAsync(s => s.Path == path, stop);
}
