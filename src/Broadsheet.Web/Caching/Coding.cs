using System.IO.Compression;

namespace Broadsheet.Web.Caching;

/// <summary>The forms in which a page is sent.</summary>
public enum Coding { Plain, Gzip, Brotli }

public static class Codings
{
    // Dense enough to be small, quick enough for a page that is asked for once.
    private const int BrotliQuality = 4;

    public static string? Token(this Coding coding) => coding switch { Coding.Gzip => "gzip", Coding.Brotli => "br", _ => null };

    /// <summary>The best form that a reader takes (Accept-Encoding, RFC 9110 12.5.3).</summary>
    public static Coding Accepted(ReadOnlySpan<char> header)
    {
        var best = Coding.Plain;
        foreach (var range in header.Split(','))
        {
            var part = header[range].Trim();
            var end = part.IndexOf(';');
            var token = end < 0 ? part : part[..end].TrimEnd();
            if (end >= 0 && IsZero(part[(end + 1)..].Trim())) continue;
            if (token.Equals("br", StringComparison.OrdinalIgnoreCase)) return Coding.Brotli;
            if (token.Equals("gzip", StringComparison.OrdinalIgnoreCase) || token is "*") best = Coding.Gzip;
        }
        return best;
    }

    public static byte[] Encode(this Coding coding, byte[] plain)
    {
        if (coding == Coding.Plain) return plain;
        using var packed = new MemoryStream(plain.Length / 3);
        using (Stream stream = coding == Coding.Gzip ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : Brotli(packed)) stream.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Decode(this Coding coding, byte[] packed)
    {
        if (coding == Coding.Plain) return packed;
        using var source = new MemoryStream(packed);
        using Stream stream = coding == Coding.Gzip ? new GZipStream(source, CompressionMode.Decompress) : new BrotliStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream(packed.Length * 4);
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    private static BrotliStream Brotli(Stream to) => new(to, new BrotliCompressionOptions { Quality = BrotliQuality }, leaveOpen: true);

    // "q=0", "q=0.0", …
    private static bool IsZero(ReadOnlySpan<char> quality) => quality.StartsWith("q=0") && quality[3..].Trim(".0 ").IsEmpty;
}
