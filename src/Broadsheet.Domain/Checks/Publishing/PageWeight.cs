using System.IO.Compression;
using System.Text;

namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>How much a reader's phone has to load.</summary>
public static class PageWeight
{
    /// <summary>A page is to be at most so large as it is sent, compressed; around the text it needs some of it.</summary>
    private const int Page = 30 << 10, Frame = 6 << 10;

    /// <summary>Of all pictures of a page.</summary>
    private const int Pictures = 2 << 20;

    // A WebP of the paper's quality, on a phone 800 pixels wide, has about so many bytes for each pixel.
    private const double BytesPerPixel = 0.12;
    private const int PhoneWidth = 800;

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        // Text of a third of that is never too much.
        if (sheet.Copy.Body.Length > Page && Frame + Compressed(sheet.Copy.Body) is > Page and var bytes)
            yield return new("weight", Severity.Warn, new("body"), "The page has about {0} kB as it is sent; {1} kB are the aim.", bytes >> 10, Page >> 10);
        if (PictureBytes(sheet) is > Pictures and var pictures)
            yield return new("weight", Severity.Hint, new("body"), "The pictures have about {0} kB on a phone.", pictures >> 10);
    }

    private static int Compressed(string text)
    {
        using var kept = new MemoryStream();
        using (var gzip = new GZipStream(kept, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)kept.Length;
    }

    private static long PictureBytes(Sheet sheet)
    {
        if (sheet.Facts.PictureSizes is not { } sizes) return 0;
        long[] shown = [.. sheet.Body.Pictures.Select(p => NumberOf(p.Source)).OfType<long>(), .. sheet.Copy.Picture is { } lead ? [lead.PictureId] : Array.Empty<long>()];
        return shown.Where(sizes.ContainsKey).Sum(id => Bytes(sizes[id].Width, sizes[id].Height));
    }

    private static long Bytes(int width, int height)
    {
        var shown = Math.Min(width, PhoneWidth);
        return (long)(shown * ((double)height / Math.Max(width, 1)) * shown * BytesPerPixel);
    }

    /// <summary>12 of "/media/12/800.webp".</summary>
    public static long? NumberOf(string source) =>
        source.Split('/') is ["", "media", var id, _] && long.TryParse(id, out var number) ? number : null;
}
