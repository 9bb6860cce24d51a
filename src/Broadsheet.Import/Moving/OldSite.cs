using System.Text.RegularExpressions;
using Broadsheet.Domain.Text;

namespace Broadsheet.Import.Moving;

/// <summary>The site that is left: which addresses were its own.</summary>
internal sealed partial class OldSite
{
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private string root = "/";

    /// <summary>What the paper remembers the site by: the host of its first address.</summary>
    public string Source { get; private set; } = "wordpress";

    /// <summary>A site may have had several: with www and without, before and after a move.</summary>
    public void Has(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return;
        if (hosts.Count == 0) (Source, root) = (uri.Host, uri.AbsolutePath.TrimEnd('/') + "/");
        hosts.Add(Bare(uri.Host));
    }

    /// <summary>The path of an address of the site, decoded, with its query; null for any other.</summary>
    /// <param name="address">Absolute, or from the root.</param>
    public string? PathOf(string address)
    {
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) address = "http://" + Source + address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !hosts.Contains(Bare(uri.Host))) return null;
        return Slashes().Replace(PlainText.Whole(Uri.UnescapeDataString(uri.AbsolutePath)).Normalize(), "/") + uri.Query;
    }

    /// <summary>Where a link of the site leads in the paper: the same path without the host. Another site's link comes back as it is.</summary>
    public string Here(string address)
    {
        if (PathOf(address) is null || address.StartsWith('/')) return address;
        var uri = new Uri(address);
        return uri.PathAndQuery + uri.Fragment;
    }

    /// <summary>A path below the site's root, decoded.</summary>
    public string Below(string path) => root + path;

    // Some sites wrote two where one was meant, and answered to both.
    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
