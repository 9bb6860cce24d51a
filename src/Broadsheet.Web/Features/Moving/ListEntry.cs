using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Broadsheet.Web.Features.Moving;

/// <summary>What a page, a feed or a sitemap names.</summary>
/// <param name="Path">Decoded.</param>
/// <param name="Guid">What a feed calls it; null in all others.</param>
internal sealed partial record ListEntry(string Path, string? Guid)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <exception cref="System.Xml.XmlException">A feed or sitemap that nobody can read.</exception>
    public static IEnumerable<ListEntry> In(Answer list) => list.IsXml ? InXml(XDocument.Parse(list.Text)) : Hrefs().Matches(list.Text).Select(m => new ListEntry(PathOf(m.Groups[1].Value), null));

    private static IEnumerable<ListEntry> InXml(XDocument list) => list.Descendants(Map + "loc").Select(loc => new ListEntry(PathOf(loc.Value), null))
        .Concat(list.Descendants("item").Select(item => new ListEntry(PathOf((string?)item.Element("link") ?? ""), (string?)item.Element("guid"))));

    // On Unix "/here/" alone would be an absolute address of a file.
    private static string PathOf(string address) =>
        Uri.UnescapeDataString(!address.StartsWith('/') && Uri.TryCreate(address, UriKind.Absolute, out var whole) ? whole.AbsolutePath : address.Split('?', '#')[0]);

    // Of this site only.
    [GeneratedRegex("href=\"(/(?!/)[^\"]*)\"")]
    private static partial Regex Hrefs();
}
