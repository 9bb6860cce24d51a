using System.Text.RegularExpressions;
using Broadsheet.Domain.Text;

namespace Broadsheet.Import.Moving;

/// <summary>The site that is left: which addresses were its own.</summary>
public sealed partial class OldSite
{
    private const string WordPressCom = ".wordpress.com", FilesOfIt = ".files.wordpress.com";

    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> ports = [];
    private bool isSaid;

    /// <summary>What the paper remembers the site by: its first address, without "www."; several sites may share a host.</summary>
    public string Source => Address is { } address ? Bare(address.Host) + address.AbsolutePath.TrimEnd('/') : "wordpress";

    /// <summary>Its first address, with a slash at the end; null when nobody said one.</summary>
    public Uri? Address { get; private set; }

    /// <summary>A site may have had several: with www and without, before and after a move.</summary>
    public void Has(string address)
    {
        if (Noted(address) is not { } uri || isSaid) return;
        (Address, isSaid) = (uri, true);
    }

    /// <summary>An address that nobody but the operator says: the site's first one only where the files name none.</summary>
    public void MayHave(string address) => Address = Noted(address) ?? Address;

    /// <summary>The path of an address of the site, decoded, with its query; null for any other.</summary>
    /// <param name="address">Absolute, or from the root.</param>
    public string? PathOf(string address)
    {
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) address = "http://" + (Address?.Host ?? "wordpress") + address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !hosts.Contains(Bare(uri.Host))) return null;
        return Slashes().Replace(PlainText.Whole(Uri.UnescapeDataString(uri.AbsolutePath)).Normalize(), "/") + uri.Query;
    }

    /// <summary>Whether it is the site that answers at an address: one of its hosts, at a port that it has or that is usual, and nobody's password in it.</summary>
    public bool Answers(Uri address) =>
        address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && (address.IsDefaultPort || ports.Contains(address.Port)) && (hosts.Contains(Bare(address.Host)) || KeepsFiles(address));

    /// <summary>Whether the host has nothing but the site's uploads, as WordPress.com gives each of its sites one.</summary>
    public bool KeepsFiles(Uri address) =>
        address.Host.EndsWith(FilesOfIt, StringComparison.OrdinalIgnoreCase) && hosts.Contains(address.Host[..^FilesOfIt.Length] + WordPressCom);

    /// <summary>Where a link of the site leads in the paper: the same path without the host. Another site's link comes back as it is.</summary>
    public string Here(string address)
    {
        if (PathOf(address) is null || address.StartsWith('/')) return address;
        var uri = new Uri(address);
        return uri.PathAndQuery + uri.Fragment;
    }

    /// <summary>A path below the site's root, decoded.</summary>
    public string Below(string path) => (Address?.AbsolutePath ?? "/") + path;

    private Uri? Noted(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        hosts.Add(Bare(uri.Host));
        ports.Add(uri.Port);
        return new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    // Some sites wrote two where one was meant, and answered to both.
    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
