using System.IO.Compression;
using System.Text;

namespace Broadsheet.Import.WordPress;

/// <summary>
/// The text of an export file, plain or gzipped, in whatever encoding it says. A byte that is none in it is read as Windows-1252, as browsers do,
/// and stands behind a <see cref="Mended"/>.
/// </summary>
internal static class ExportText
{
    /// <summary>No character of any text, and none that XML knows.</summary>
    public const char Mended = '\uFFFE';

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="IOException">The file cannot be read, or is cut off within its gzip.</exception>
    public static TextReader Open(string file)
    {
        Stream bytes = new BufferedStream(File.OpenRead(file), 1 << 16);
        if (IsGzip(bytes)) bytes = new BufferedStream(new GZipStream(bytes, CompressionMode.Decompress), 1 << 16);
        return new StreamReader(bytes, EncodingOf(file), detectEncodingFromByteOrderMarks: true, 1 << 16);
    }

    private static bool IsGzip(Stream bytes)
    {
        var gzip = bytes.ReadByte() == 0x1f && bytes.ReadByte() == 0x8b;
        bytes.Position = 0;
        return gzip;
    }

    // The declaration is ASCII in every encoding that a WordPress export has been seen in.
    private static Encoding EncodingOf(string file)
    {
        using Stream bytes = File.OpenRead(file);
        using var plain = IsGzip(bytes) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        var head = new byte[200];
        var text = Encoding.ASCII.GetString(head, 0, plain.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        const string mark = "encoding=\"";
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        var name = at < 0 || text.IndexOf('"', at + mark.Length) is not (> 0 and var end) ? "utf-8" : text[(at + mark.Length)..end];
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Utf8() : Named(name) ?? Utf8();
    }

    private static Encoding? Named(string name)
    {
        try { return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name); }
        catch (ArgumentException) { return null; }
    }

    private static Encoding Utf8() => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WesternFallback());

    private sealed class WesternFallback : DecoderFallback
    {
        public override int MaxCharCount => 5;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Letters();
    }

    private sealed class Letters : DecoderFallbackBuffer
    {
        private string text = "";
        private int at;

        public override int Remaining => text.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (text, at) = (Mended + Western.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => at < text.Length ? text[at++] : '\0';

        public override bool MovePrevious()
        {
            if (at == 0) return false;
            at--;
            return true;
        }
    }
}
