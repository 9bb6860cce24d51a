using Broadsheet.Domain;
using NetVips;

namespace Broadsheet.Import.Pictures;

/// <summary>Bytes of a picture to the copies that readers get: upright and without the camera's data.</summary>
public static class Prints
{
    public static readonly int[] Widths = [400, 800, 1200, 1600];
    public const int SocialWidth = 1200, SocialHeight = 630;

    public const int LargestBytes = 40 << 20;

    private const int MostPixels = 100_000_000;
    private static readonly string[] Loaders = ["jpegload", "pngload", "webpload", "gifload", "svgload", "heifload", "tiffload"];

    /// <param name="Extension">By what the bytes are, not by what the picture was called.</param>
    public sealed record Look(string Extension, int Width, int Height);

    /// <summary>Refused: what is no picture, too large, or of a kind that the paper does not print.</summary>
    public static Result<Look> LookAt(byte[] bytes, string name)
    {
        if (bytes.Length > LargestBytes) return Refusal.Invalid("The picture {0} is larger than {1} MB.", name, LargestBytes >> 20);
        try
        {
            if (LoaderFor(bytes) is not { } loader) return Refusal.Invalid("{0} is not a picture that can be printed (JPEG, PNG, WebP, GIF, AVIF, TIFF, SVG).", name);
            using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
            if ((long)image.Width * image.Height > MostPixels) return Refusal.Invalid("The picture {0} has more than {1} million pixels.", name, MostPixels / 1_000_000);
            using var upright = image.Autorot();
            return new Look(loader.Replace("load", ""), upright.Width, upright.Height);
        }
        catch (VipsException fault) { return Refusal.Invalid("The picture {0} cannot be read: {1}", name, fault.Message.Split('\n')[0]); }
    }

    /// <summary>WebP. Never wider than the original, drawings excepted.</summary>
    public static byte[] Sized(byte[] original, int width, bool drawing)
    {
        using var image = Image.ThumbnailBuffer(original, width, height: 10_000, size: drawing ? Enums.Size.Both : Enums.Size.Down);
        return image.WebpsaveBuffer(q: 74, keep: Enums.ForeignKeep.None, effort: 3);
    }

    /// <summary>The JPEG that goes with a shared link: 1200 by 630, cropped to what draws the eye.</summary>
    public static byte[] Social(byte[] original)
    {
        using var image = Image.ThumbnailBuffer(original, SocialWidth, height: SocialHeight, crop: Enums.Interesting.Attention, size: Enums.Size.Both);
        return Jpeg(image);
    }

    /// <summary>A drawing of the theme as the JPEG that goes with a shared link.</summary>
    public static byte[] Draw(string svg)
    {
        using var image = Image.Thumbnail(svg, SocialWidth, height: SocialHeight, crop: Enums.Interesting.Centre, size: Enums.Size.Both);
        return Jpeg(image);
    }

    private static byte[] Jpeg(Image image)
    {
        using var flat = image.HasAlpha() ? image.Flatten(background: [255.0]) : image.Copy();
        return flat.JpegsaveBuffer(q: 82, keep: Enums.ForeignKeep.None);
    }

    private static string? LoaderFor(byte[] bytes) =>
        Image.FindLoadBuffer(bytes) is { } found && Loaders.FirstOrDefault(l => found.StartsWith("VipsForeignLoad" + l.Replace("load", ""), StringComparison.OrdinalIgnoreCase)) is { } loader ? loader : null;
}
