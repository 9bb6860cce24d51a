using System.Collections.Concurrent;
using Broadsheet.Data;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Pictures;

namespace Broadsheet.Import.Moving;

/// <summary>The pictures of the old site: a copy of its folder of uploads, or the site itself, from which each that a piece shows is taken once.</summary>
/// <param name="folders">"wp-content/uploads" or "content/images", or folders around them.</param>
/// <param name="courier">Fetches what is in none of the folders into one of them; null: nothing is fetched.</param>
/// <param name="onlyLook">Says which files are missing and takes none.</param>
internal sealed class OldPictures(IEnumerable<string> folders, PictureCourier? courier, PictureDesk desk, MoveReport report, bool onlyLook)
{
    private readonly List<string> folders = [.. folders.Select(Path.GetFullPath)];
    // Some stand in every piece; of very many the first are forgotten, and taken anew when they come again.
    private const int MostKnown = 20_000;

    private readonly ConcurrentDictionary<string, Picture?> known = new();

    /// <summary>Keeps the files of some pieces in the paper's store, outside of any lock. What is in none of the folders is fetched first.</summary>
    /// <param name="addresses">As the pieces have them.</param>
    public async Task TakeAsync(IEnumerable<string> addresses, DateTime now, CancellationToken stop)
    {
        if (known.Count > MostKnown) known.Clear();
        var wanted = addresses.DistinctBy(UploadName.Of).Where(address => UploadName.Of(address) is { } name && !known.ContainsKey(name)).ToList();
        if (courier is not null && !onlyLook) await courier.FetchAsync([.. wanted.Where(address => FileOf(UploadName.Of(address)!) is null)], stop);
        await Parallel.ForEachAsync(wanted, stop, async (address, _) => known[UploadName.Of(address)!] = await TakeAsync(UploadName.Of(address)!, address, now, stop));
    }

    /// <summary>One of those that were just taken; null when it did not come over.</summary>
    public Picture? Known(string address) => UploadName.Of(address) is { } name ? known.GetValueOrDefault(name) : null;

    /// <summary>Gives the pictures of a piece their numbers. To be used while holding the write lock.</summary>
    public async Task EnterAsync(NewsDb db, IEnumerable<string> sources, OldAddressBook addresses, CancellationToken stop)
    {
        foreach (var name in sources.Select(UploadName.Of).OfType<string>().Distinct())
        {
            if (known.GetValueOrDefault(name) is not { } picture) continue;
            if (picture.Id == 0) known[name] = picture = await PictureRows.EnterAsync(db, picture, stop);
            addresses.Enter(name[1..], PictureMarkup.Source(picture.Id, Prints.Widths[^1], picture.Width));
        }
    }

    private async Task<Picture?> TakeAsync(string name, string address, DateTime now, CancellationToken stop)
    {
        if (FileOf(name) is not { } file)
        {
            if (onlyLook && courier is not null) report.Count("pictures to be fetched from the old site");
            else report.Missing(address);
            return null;
        }
        if (onlyLook) return null;
        if (new FileInfo(file).Length > Prints.LargestBytes) return Wrong(file, $"it is larger than {Prints.LargestBytes / 1_000_000} MB");
        try { return await KeepAsync(file, now, stop); }
        catch (UnauthorizedAccessException closed) { return Wrong(file, closed.Message); }
    }

    private async Task<Picture?> KeepAsync(string file, DateTime now, CancellationToken stop)
    {
        var added = await desk.AddAsync(await File.ReadAllBytesAsync(file, stop), Path.GetFileName(file), now, stop);
        return added.Refused is { } refusal ? Wrong(file, refusal.ToString()) : added.Value;
    }

    private Picture? Wrong(string file, string what)
    {
        report.Fault(new(file, 1), what);
        return null;
    }

    private string? FileOf(string name) => folders.SelectMany(_ => new[] { UploadName.Within(name), name[1..], name[(name.IndexOf('/', 1) + 1)..] }, (folder, within) => (folder, file: Path.GetFullPath(Path.Combine(folder, within))))
        .Where(at => at.file.StartsWith(at.folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(at => at.file).FirstOrDefault(File.Exists);
}
