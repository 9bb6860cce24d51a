using Broadsheet.Domain;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.Pictures;

namespace Broadsheet.Import.Manuscripts;

/// <summary>The pictures that a batch of manuscripts names, each kept once in the paper's store; not yet rows.</summary>
internal sealed class PictureTray
{
    private readonly Dictionary<string, Result<Picture>> pictures = [];

    private PictureTray() { }

    public static async Task<PictureTray> FillAsync(IEnumerable<Manuscript> manuscripts, PictureDesk desk, DateTime now, CancellationToken stop)
    {
        var tray = new PictureTray();
        foreach (var path in manuscripts.SelectMany(Paths).Distinct().Where(File.Exists))
            tray.pictures[path] = await desk.AddAsync(await File.ReadAllBytesAsync(path, stop), Path.GetFileName(path), now, stop);
        return tray;
    }

    /// <summary>Addresses as the body names them, each once.</summary>
    public static IEnumerable<string> InBody(Manuscript manuscript)
    {
        HashSet<string> addresses = [];
        new MarkdownBody(mark => { addresses.Add(mark.Address); return null; }).Set(manuscript.Markdown);
        return addresses;
    }

    /// <summary>Null = there is no such file.</summary>
    public Result<Picture>? Find(Manuscript manuscript, string address) => pictures.GetValueOrDefault(PathOf(manuscript, address));

    private static IEnumerable<string> Paths(Manuscript manuscript) =>
        InBody(manuscript).Concat(manuscript.Picture is { } lead ? [lead.File] : []).Select(address => PathOf(manuscript, address));

    private static string PathOf(Manuscript manuscript, string address) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manuscript.File))!, address);
}
