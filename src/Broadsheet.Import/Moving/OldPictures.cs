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
    private readonly Dictionary<string, Picture?> known = [];

    /// <summary>Has the pictures brought that are not here yet, several at once; before each is asked for with <see cref="FindAsync"/>.</summary>
    public async Task FetchAsync(IEnumerable<string> addresses, CancellationToken stop)
    {
        if (courier is null || onlyLook) return;
        await courier.FetchAsync([.. addresses.DistinctBy(UploadName.Of).Where(address => UploadName.Of(address) is { } name && !known.ContainsKey(name) && FileOf(name) is null)], stop);
    }

    /// <summary>Keeps the file in the paper's store, outside of any lock; null when it did not come over.</summary>
    /// <param name="address">As the post has it.</param>
    public async Task<Picture?> FindAsync(string address, DateTime now, CancellationToken stop)
    {
        if (UploadName.Of(address) is not { } name) return null;
        if (known.TryGetValue(name, out var there)) return there;
        return known[name] = await TakeAsync(name, address, now, stop);
    }

    /// <summary>What is known of a picture that was looked for.</summary>
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
        var added = await desk.AddAsync(await File.ReadAllBytesAsync(file, stop), Path.GetFileName(name), now, stop);
        if (added.Refused is not { } refusal) return added.Value;
        report.Fault(new(file, 1), refusal.ToString());
        return null;
    }

    private string? FileOf(string name) => folders.SelectMany(_ => new[] { UploadName.Within(name), name[1..], name[(name.IndexOf('/', 1) + 1)..] }, (folder, within) => (folder, file: Path.GetFullPath(Path.Combine(folder, within))))
        .Where(at => at.file.StartsWith(at.folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(at => at.file).FirstOrDefault(File.Exists);
}
