using System.Collections.Concurrent;
using System.Security.Cryptography;
using Broadsheet.Domain;
using Broadsheet.Domain.Media;
using NetVips;

namespace Broadsheet.Import.Pictures;

/// <summary>
/// The pictures of the paper on disk. Originals are kept as they came and never served; readers get copies in a few widths,
/// made at the first request, upright and without the camera's data.
/// </summary>
public sealed class PictureFolder
{
    public static readonly int[] Widths = [400, 800, 1200, 1600];
    public const int SocialWidth = 1200, SocialHeight = 630;

    private const int LargestBytes = 40 << 20, MostPixels = 100_000_000;
    private static readonly string[] Loaders = ["jpegload", "pngload", "webpload", "gifload", "svgload", "heifload", "tiffload"];

    private readonly string originals, sized;
    private readonly ConcurrentDictionary<string, object> making = new();

    public PictureFolder(string dataFolder)
    {
        originals = Directory.CreateDirectory(Path.Combine(dataFolder, "media", "originals")).FullName;
        sized = Directory.CreateDirectory(Path.Combine(dataFolder, "media", "sized")).FullName;
    }

    /// <summary>Keeps the original. Refused: what is no picture, too large, or of a kind that the paper does not print.</summary>
    public Result<Picture> Add(byte[] bytes, string name, DateTime now)
    {
        if (bytes.Length > LargestBytes) return Refusal.Invalid("The picture {0} is larger than {1} MB.", name, LargestBytes >> 20);
        try
        {
            if (LoaderFor(bytes) is not { } loader) return Refusal.Invalid("{0} is not a picture that can be printed (JPEG, PNG, WebP, GIF, AVIF, TIFF, SVG).", name);
            using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
            if ((long)image.Width * image.Height > MostPixels) return Refusal.Invalid("The picture {0} has more than {1} million pixels.", name, MostPixels / 1_000_000);
            using var upright = image.Autorot();
            var file = Convert.ToHexStringLower(SHA256.HashData(bytes)) + "." + loader.Replace("load", "");
            Write(Path.Combine(originals, file), path => File.WriteAllBytes(path, bytes));
            return new Picture(file, upright.Width, upright.Height, name, now);
        }
        catch (VipsException fault) { return Refusal.Invalid("The picture {0} cannot be read: {1}", name, fault.Message.Split('\n')[0]); }
    }

    /// <summary>The WebP copy in one of <see cref="Widths"/>, made when it is not there yet. Never wider than the original, drawings excepted.</summary>
    public string Sized(string file, int width) => Made($"{Path.GetFileNameWithoutExtension(file)}-{width}.webp", path =>
    {
        using var image = Image.Thumbnail(Path.Combine(originals, file), width, height: 10_000, size: file.EndsWith(".svg") ? Enums.Size.Both : Enums.Size.Down);
        image.Webpsave(path, q: 74, keep: Enums.ForeignKeep.None, effort: 3);
    });

    /// <summary>The JPEG that goes with a shared link: 1200 by 630, cropped to what draws the eye.</summary>
    public string Social(string file) => Made($"{Path.GetFileNameWithoutExtension(file)}-social.jpg", path =>
    {
        using var image = Image.Thumbnail(Path.Combine(originals, file), SocialWidth, height: SocialHeight, crop: Enums.Interesting.Attention, size: Enums.Size.Both);
        using var flat = image.HasAlpha() ? image.Flatten(background: [255.0]) : image.Copy();
        flat.Jpegsave(path, q: 82, keep: Enums.ForeignKeep.None);
    });

    /// <summary>A drawing of the theme as the JPEG that goes with a shared link.</summary>
    public static byte[] Draw(string svg)
    {
        using var image = Image.Thumbnail(svg, SocialWidth, height: SocialHeight, crop: Enums.Interesting.Centre, size: Enums.Size.Both);
        using var flat = image.HasAlpha() ? image.Flatten(background: [255.0]) : image.Copy();
        return flat.JpegsaveBuffer(q: 82);
    }

    private static string? LoaderFor(byte[] bytes) =>
        Image.FindLoadBuffer(bytes) is { } found && Loaders.FirstOrDefault(l => found.StartsWith("VipsForeignLoad" + l.Replace("load", ""), StringComparison.OrdinalIgnoreCase)) is { } loader ? loader : null;

    // One making at a time per copy; the others wait for it.
    private string Made(string name, Action<string> make)
    {
        var path = Path.Combine(sized, name);
        if (File.Exists(path)) return path;
        lock (making.GetOrAdd(name, _ => new object()))
            if (!File.Exists(path)) Write(path, make);
        making.TryRemove(name, out _);
        return path;
    }

    // Under another name first: a file with the right name is always whole.
    private static void Write(string path, Action<string> write)
    {
        if (File.Exists(path)) return;
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():n}{Path.GetExtension(path)}");
        write(unfinished);
        File.Move(unfinished, path, overwrite: true);
    }
}
