using System.Text.RegularExpressions;
using Broadsheet.Data;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Pictures;

namespace Broadsheet.Import.Moving;

/// <summary>The pictures of the old site: a copy of its folder of uploads, from which each that a piece shows is taken once.</summary>
/// <param name="folder">"wp-content/uploads" or "content/images", or a folder around it; null: no pictures come over.</param>
/// <param name="onlyLook">Says which files are missing and takes none.</param>
internal sealed partial class OldPictures(string? folder, PictureDesk desk, MoveReport report, bool onlyLook)
{
    // WordPress' and Ghost's.
    private static readonly string[] Uploads = ["/wp-content/uploads/", "/content/images/"];

    private readonly string? folder = folder is null ? null : Path.GetFullPath(folder);
    private readonly Dictionary<string, Picture?> known = [];

    /// <summary>Keeps the file in the paper's store, outside of any lock; null when it did not come over. Sizes that WordPress made ("-300x200") are the same picture.</summary>
    /// <param name="address">As the post has it.</param>
    public async Task<Picture?> FindAsync(string address, DateTime now, CancellationToken stop)
    {
        if (NameOf(address) is not { } name) return null;
        if (known.TryGetValue(name, out var there)) return there;
        return known[name] = await TakeAsync(name, address, now, stop);
    }

    /// <summary>What is known of a picture that was looked for.</summary>
    public Picture? Known(string address) => NameOf(address) is { } name ? known.GetValueOrDefault(name) : null;

    /// <summary>Gives the pictures of a piece their numbers. To be used while holding the write lock.</summary>
    public async Task EnterAsync(NewsDb db, IEnumerable<string> sources, OldAddressBook addresses, CancellationToken stop)
    {
        foreach (var name in sources.Select(NameOf).OfType<string>().Distinct())
        {
            if (known.GetValueOrDefault(name) is not { } picture) continue;
            if (picture.Id == 0) known[name] = picture = await PictureRows.EnterAsync(db, picture, stop);
            addresses.Enter(name[1..], PictureMarkup.Source(picture.Id, Prints.Widths[^1], picture.Width));
        }
    }

    /// <summary>The path of the picture that was uploaded, decoded; null for an address that is none.</summary>
    private static string? NameOf(string address)
    {
        var at = Uploads.Select(folder => address.IndexOf(folder, StringComparison.Ordinal)).Max();
        if (at < 0) return null;
        var name = Uri.UnescapeDataString(address[at..].Split('?', '#')[0]);
        return Resized().Replace(Sized().Replace(name, "$1"), "/content/images/");
    }

    private async Task<Picture?> TakeAsync(string name, string address, DateTime now, CancellationToken stop)
    {
        if (FileOf(name) is not { } file)
        {
            report.Missing(address);
            return null;
        }
        if (onlyLook) return null;
        var added = await desk.AddAsync(await File.ReadAllBytesAsync(file, stop), Path.GetFileName(name), now, stop);
        if (added.Refused is not { } refusal) return added.Value;
        report.Fault(new(file, 1), refusal.ToString());
        return null;
    }

    // An address may try to lead out of the folder.
    private string? FileOf(string name) => folder is null ? null : new[] { name[(Uploads.First(name.StartsWith).Length)..], name[1..], name[(name.IndexOf('/', 1) + 1)..] }.Select(within => Path.GetFullPath(Path.Combine(folder, within)))
        .FirstOrDefault(file => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file));

    [GeneratedRegex(@"^/content/images/size/[^/]+/(?:format/[^/]+/)?")]
    private static partial Regex Resized();

    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled)(\.[A-Za-z0-9]+)$")]
    private static partial Regex Sized();
}
