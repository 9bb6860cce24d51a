using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Redirects that name many addresses at once, behind those that are there. To be used while holding the write lock.</summary>
internal sealed class PatternBook(NewsDb db, CancellationToken stop)
{
    /// <summary>Null when it was entered; else why not.</summary>
    /// <param name="target">A path of ours.</param>
    public async Task<Refusal?> EnterAsync(string pattern, string target)
    {
        var known = await db.OldPatterns.FindAsync([pattern], stop);
        var made = OldPattern.Make(pattern, target, known?.Position ?? await NextAsync());
        if (made.Refused is { } refusal) return refusal;
        if (known is null && made.Value.Position > OldPattern.Most) return Refusal.Invalid("there are {0} patterns already", OldPattern.Most);
        if (known is null) db.OldPatterns.Add(made.Value);
        else known.LeadTo(target);
        await db.SaveChangesAsync(stop);
        db.Touch(Names.OldAddresses);
        return null;
    }

    private async Task<int> NextAsync() => (await db.OldPatterns.MaxAsync(p => (int?)p.Position, stop) ?? 0) + 1;
}
