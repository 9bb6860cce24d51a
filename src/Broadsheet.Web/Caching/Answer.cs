using System.Security.Cryptography;

namespace Broadsheet.Web.Caching;

/// <summary>A page as it was made, before it is packed for sending.</summary>
/// <param name="Location">Where a redirect leads, to which the reader's query is added; null for a page.</param>
public sealed record Answer(int Status, string ContentType, string CacheControl, byte[] Body, string? Location = null)
{
    private static readonly string[] Packable = ["text/", "application/rss+xml", "application/xml", "application/json", "application/javascript", "image/svg+xml"];

    /// <summary>Pictures are packed already.</summary>
    public bool IsPackable => Body.Length > 0 && Packable.Any(kind => ContentType.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>The first 80 bits of the body's SHA-256, in hex: the same body has the same on every node.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 10));
}
