using Broadsheet.Data.Writing;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Data.Moving;

/// <summary>Addresses of the old site that lead to ours.</summary>
public static class Forwarding
{
    /// <summary>To be used within a write. One that led elsewhere leads here from now on.</summary>
    /// <param name="targets">By old address, as <see cref="Domain.Addresses.OldAddress"/> has both.</param>
    public static async Task PutAsync(NewsDb db, IReadOnlyDictionary<string, string> targets, CancellationToken stop)
    {
        if (targets.Count == 0) return;
        await using var put = new RepeatedStatement(db, "insert into old_address (path, target) values (@0, @1) on conflict (path) do update set target = excluded.target", 2);
        foreach (var (from, to) in targets) await put.PutAsync(stop, from, to);
        db.Written.Add("old_address");
        db.Touch(Names.OldAddresses);
    }
}
