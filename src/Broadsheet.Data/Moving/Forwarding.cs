using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
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
        await using var put = db.Database.GetDbConnection().CreateCommand();
        put.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        put.CommandText = "insert into old_address (path, target) values (@path, @target) on conflict (path) do update set target = excluded.target";
        var (path, target) = (put.CreateParameter(), put.CreateParameter());
        (path.ParameterName, target.ParameterName) = ("@path", "@target");
        put.Parameters.AddRange(new[] { path, target });
        foreach (var (from, to) in targets)
        {
            (path.Value, target.Value) = (from, to);
            await put.ExecuteNonQueryAsync(stop);
        }
        db.Written.Add("old_address");
        db.Touch(Names.OldAddresses);
    }
}
