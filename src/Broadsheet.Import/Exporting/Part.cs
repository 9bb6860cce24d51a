using System.Security.Cryptography;

namespace Broadsheet.Import.Exporting;

/// <summary>A part of an export as it is written: what goes through is counted and digested.</summary>
internal sealed class Part(Stream stream) : IAsyncDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }
    public long Lines { get; private set; }

    /// <summary>To be asked once, at the end.</summary>
    public string Digest() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public async ValueTask LineAsync(ReadOnlyMemory<byte> line)
    {
        Lines++;
        await WriteAsync(line, default);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        hash.AppendData(bytes.Span);
        Bytes += bytes.Length;
        await stream.WriteAsync(bytes, stop);
    }

    public async ValueTask DisposeAsync()
    {
        hash.Dispose();
        await stream.DisposeAsync();
    }

    /// <summary>The digest of what a part holds; null when it is cut off or cannot be read.</summary>
    public static async Task<string?> DigestAsync(Stream stream, CancellationToken stop)
    {
        try { await using (stream) return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)); }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException) { return null; }
    }
}
