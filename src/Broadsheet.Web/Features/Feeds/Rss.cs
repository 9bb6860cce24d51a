using System.Globalization;
using System.Text;
using System.Xml;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>Writes RSS 2.0 with the modules that feed readers know: content, dc, atom.</summary>
public static class Rss
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/", Dc = "http://purl.org/dc/elements/1.1/", Atom = "http://www.w3.org/2005/Atom";

    /// <param name="Link">The page that the feed follows; absolute, as all addresses here.</param>
    public sealed record Channel(string Title, string Link, string Self, string Description, string Language, DateTime? UpdatedAt);

    /// <param name="Id">Never changes, whatever becomes of the address.</param>
    public sealed record Item(string Id, bool IdIsLink, string Title, string Link, DateTime At, IReadOnlyList<string> Authors, string Summary, string Html, IReadOnlyList<string> Categories);

    public static byte[] Write(Channel channel, IEnumerable<Item> items)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            foreach (var (prefix, ns) in new[] { ("content", Content), ("dc", Dc), ("atom", Atom) }) xml.WriteAttributeString("xmlns", prefix, null, ns);
            xml.WriteStartElement("channel");
            WriteHead(xml, channel);
            foreach (var item in items) WriteItem(xml, item);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void WriteHead(XmlWriter xml, Channel channel)
    {
        xml.WriteElementString("title", LegalXml.Of(channel.Title));
        xml.WriteElementString("link", channel.Link);
        xml.WriteElementString("description", LegalXml.Of(channel.Description));
        xml.WriteElementString("language", channel.Language);
        if (channel.UpdatedAt is { } at) xml.WriteElementString("lastBuildDate", Rfc822(at));
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", channel.Self);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, Item item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", LegalXml.Of(item.Title));
        xml.WriteElementString("link", item.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", item.IdIsLink ? "true" : "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(item.At));
        foreach (var author in item.Authors) xml.WriteElementString("creator", Dc, LegalXml.Of(author));
        foreach (var category in item.Categories) xml.WriteElementString("category", LegalXml.Of(category));
        xml.WriteElementString("description", LegalXml.Of(item.Summary));
        xml.WriteElementString("encoded", Content, LegalXml.Of(item.Html));
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTime utc) => utc.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
