using System.IO.Compression;
using System.Text;

namespace Broadsheet.Bench.Exports;

/// <summary>An export while it is written, gzipped when its name says so. Nothing is held back but a buffer.</summary>
public sealed class ExportFile(string path) : IDisposable
{
    private readonly Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path, 1 << 16);

    /// <summary>That the next character stands in; from 1.</summary>
    public int Line { get; private set; } = 1;

    public long Length { get; private set; }

    public void Write(string xml) => Write(xml, Encoding.UTF8);

    /// <param name="encoding">Another than the file's makes it a broken file.</param>
    public void Write(string xml, Encoding encoding)
    {
        var encoded = encoding.GetBytes(xml);
        bytes.Write(encoded);
        Line += encoded.AsSpan().Count((byte)'\n');
        Length += encoded.Length;
    }

    public void Dispose() => bytes.Dispose();
}
