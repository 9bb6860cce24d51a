using System.Collections.Concurrent;
using Broadsheet.Domain.Addresses;
using Broadsheet.Import.Pictures;

namespace Broadsheet.Import.Moving;

/// <summary>Fetches pictures from the old site into a folder that is laid out as the site's own: a few at once, the full size first, then the size that the post shows.</summary>
internal sealed class PictureCourier(Fetching how, OldSite site, MoveReport report) : IDisposable
{
    // Polite: the old site may have readers still.
    private const int AtOnce = 4;

    // A site that has gone is not asked for a hundred thousand pictures.
    private const int MostSilences = 20;

    private readonly OldSiteCaller caller = new(how, site);
    private int silences;

    /// <param name="addresses">As posts have them, each of another picture.</param>
    public async Task FetchAsync(IReadOnlyCollection<string> addresses, CancellationToken stop)
    {
        ConcurrentBag<(string Address, string? Reason)> outcomes = [];
        var few = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(addresses, few, async (address, token) => outcomes.Add((address, await FetchAsync(address, token))));
        foreach (var (address, reason) in outcomes)
            if (reason is null) report.Count("pictures fetched from the old site");
            else report.Missing(address, reason);
    }

    public void Dispose() => caller.Dispose();

    /// <returns>Why it did not come; null: it did.</returns>
    private async Task<string?> FetchAsync(string address, CancellationToken stop)
    {
        var reason = "nobody said where the old site is";
        foreach (var name in new[] { UploadName.Of(address)!, UploadName.Shown(address)! }.Distinct())
        {
            if (Volatile.Read(ref silences) >= MostSilences) return "the old site did not answer any more";
            if (PlaceOf(address, name) is not { } place) continue;
            var answer = await caller.GetAsync(place, stop);
            if (answer.IsSilent) Interlocked.Increment(ref silences);
            else Interlocked.Exchange(ref silences, 0);
            reason = answer.Bytes is null ? $"{place} {answer.Reason}" : await KeepAsync(UploadName.Of(address)!, answer.Bytes, stop);
            if (reason is null) break;
        }
        return reason;
    }

    /// <summary>At the address that the post has, where that is the old site's; else where the site keeps its uploads.</summary>
    private Uri? PlaceOf(string address, string name)
    {
        var encoded = AddressText.Encoded(name);
        if (how.From is null && Uri.TryCreate(address, UriKind.Absolute, out var own) && site.Answers(own))
        {
            if (site.KeepsFiles(own)) return new Uri(own, "/" + UploadName.Within(encoded));
            if (own.AbsolutePath.IndexOf(UploadName.FolderOf(name), StringComparison.Ordinal) is >= 0 and var at) return new Uri(own, own.AbsolutePath[..at] + encoded);
        }
        return (how.From ?? site.Address) is { } root ? new Uri(root, encoded[1..]) : null;
    }

    // As a whole or not at all: what is there is not fetched again.
    private async Task<string?> KeepAsync(string name, byte[] bytes, CancellationToken stop)
    {
        if (Prints.LookAt(bytes, Path.GetFileName(name)).Refused is { } refusal) return refusal.ToString();
        var file = Path.Combine(how.Folder, name[1..]);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file + ".part", bytes, stop);
            File.Move(file + ".part", file, overwrite: true);
            return null;
        }
        catch (PathTooLongException) { return "its name is too long for a file"; }
    }
}
