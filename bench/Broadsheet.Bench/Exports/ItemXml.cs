using System.Text;

namespace Broadsheet.Bench.Exports;

/// <summary>Writes items as WordPress' exporter does (WXR 1.2), field by field in its order.</summary>
public sealed class ItemXml
{
    // One for all items: an export is some gigabytes.
    private readonly StringBuilder xml = new();

    public string Of(ExportItem item)
    {
        xml.Clear();
        Line("\t<item>").Field("title", item.Title).Plain("link", item.Link).Plain("pubDate", PubDate(item.Date)).Field("dc:creator", item.Creator);
        Line($"\t\t<guid isPermaLink=\"false\">{Text(item.Guid)}</guid>").Line("\t\t<description></description>");
        Field("content:encoded", item.Content).Field("excerpt:encoded", item.Excerpt).Plain("wp:post_id", $"{item.Id}");
        foreach (var name in new[] { "wp:post_date", "wp:post_date_gmt", "wp:post_modified", "wp:post_modified_gmt" }) Field(name, item.Date);
        Field("wp:comment_status", "open").Field("wp:ping_status", "closed").Field("wp:post_name", item.Slug).Field("wp:status", item.Status);
        Plain("wp:post_parent", $"{item.ParentId}").Plain("wp:menu_order", "0").Field("wp:post_type", item.Type).Field("wp:post_password", item.Password).Plain("wp:is_sticky", item.Sticky ? "1" : "0");
        if (item.AttachmentUrl is { } address) Field("wp:attachment_url", address);
        foreach (var mark in item.Marks) Line($"\t\t<category domain=\"{mark.Taxonomy}\" nicename=\"{Text(mark.Slug)}\">{Safe(mark.Name)}</category>");
        foreach (var (key, value) in item.Meta) Line("\t\t<wp:postmeta>").Field("wp:meta_key", key).Field("wp:meta_value", value).Line("\t\t</wp:postmeta>");
        foreach (var reply in item.Replies) Put(reply);
        return Line("\t</item>").xml.ToString();
    }

    /// <summary>As it may stand between two tags.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>In CDATA, whose end within the text is split, as WordPress splits it.</summary>
    public static string Safe(string text) => $"<![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>")}]]>";

    private void Put(ExportReply reply)
    {
        Line("\t\t<wp:comment>").Plain("wp:comment_id", $"{reply.Id}").Field("wp:comment_author", reply.Author).Field("wp:comment_author_email", reply.Email).Plain("wp:comment_author_url", "");
        Field("wp:comment_author_IP", $"198.51.100.{reply.Id % 256}").Field("wp:comment_date", reply.Date).Field("wp:comment_date_gmt", reply.Date).Field("wp:comment_content", reply.Content);
        Field("wp:comment_approved", reply.Approved).Field("wp:comment_type", reply.Type).Plain("wp:comment_parent", $"{reply.ParentId}").Plain("wp:comment_user_id", "0").Line("\t\t</wp:comment>");
    }

    // WordPress itself writes the year -1 where it has no date.
    private static string PubDate(string date) => DateTime.TryParse(date, out var moment) ? $"{moment:ddd, dd MMM yyyy HH:mm:ss} +0000" : "Mon, 30 Nov -0001 00:00:00 +0000";

    private ItemXml Field(string name, string text) => Put(name, Safe(text));

    private ItemXml Plain(string name, string text) => Put(name, Text(text));

    private ItemXml Put(string name, string text)
    {
        xml.Append("\t\t<").Append(name).Append('>').Append(text).Append("</").Append(name).Append(">\n");
        return this;
    }

    private ItemXml Line(string line)
    {
        xml.Append(line).Append('\n');
        return this;
    }
}
