using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Addresses;

/// <summary>A path as it stands in a page or a header.</summary>
public static partial class AddressText
{
    /// <summary>Percent-encodes a decoded path, keeping its slashes.</summary>
    public static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Percent-encodes what may not stand in a header; what is encoded already stays as it is.</summary>
    public static string Whole(string address) => Foreign().Replace(address, part => Uri.EscapeDataString(part.Value));

    /// <summary>The page of a topic.</summary>
    public static string Topic(string slug) => $"/topics/{Uri.EscapeDataString(slug)}/";

    /// <summary>The page of an author.</summary>
    public static string Author(string slug) => $"/authors/{Uri.EscapeDataString(slug)}/";

    [GeneratedRegex(@"[^\x21-\x7E]+")]
    private static partial Regex Foreign();
}
