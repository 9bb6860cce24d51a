using System.Globalization;
using Broadsheet.Import.Moving;

namespace Broadsheet.Import.WordPress;

/// <summary>Reads an export of WordPress (WXR 1.0 to 1.2) entry by entry. What is wrong is told, and what is sound is read all the same.</summary>
/// <param name="tell">Gets each fault as it is met: where it stands, and what is wrong.</param>
public sealed class ExportReader(Action<Place, string> tell)
{
    /// <summary>One after the other; no more than one is in memory.</summary>
    /// <exception cref="NotAnExport"/>
    /// <exception cref="IOException"/>
    public IEnumerable<Entry> Read(string file)
    {
        using var text = ExportText.Open(file);
        var scanner = new ElementScanner(text, file);
        var known = false;
        while (scanner.Next() is { } element)
        {
            known |= element.Name is "item" || element.Name.StartsWith("wp:", StringComparison.Ordinal);
            var (node, at) = (ExportNode.Read(element, out var fault), new Place(file, element.Line));
            if (fault is not null) tell(at, $"{NameOf(element.Name, node)}: {fault}");
            if (element.LeftOut > 0) tell(at, $"{NameOf(element.Name, node)}: {element.LeftOut} control characters, which XML does not know, were left out");
            if (element.Mended > 0) tell(at, $"{NameOf(element.Name, node)}: {element.Mended} characters were of another encoding than the file says, and were read as Windows-1252");
            if (Entry(at, node) is not { } entry) continue;
            yield return fault is not null && entry is Item { IsPublic: true } broken && !(node.Has("wp:post_password") && node.Has("wp:post_type")) ? Kept(broken) : entry;
        }
        if (!known) throw new NotAnExport("it holds nothing that an export of WordPress holds", new(file, 1));
    }

    // What is missing of a broken one may be its password.
    private Item Kept(Item item)
    {
        tell(item.At, $"{item}: it cannot be seen whether it had a password, and is kept from readers");
        return item with { Status = "broken off" };
    }

    private static string NameOf(string name, ExportNode node) => name == "item" ? $"{node["wp:post_type"]} {node["wp:post_id"]} \"{node["title"]}\"".Trim() : name;

    private Entry? Entry(Place at, ExportNode node) => node.Name switch
    {
        "item" => Item(at, node),
        "wp:author" => new Author(at, Number(node["wp:author_id"]), node["wp:author_login"], DisplayName(node)),
        "wp:category" => new Term(at, Number(node["wp:term_id"]), "category", Decoded(node["wp:category_nicename"]), Decoded(node["wp:category_parent"]), Plain(node["wp:cat_name"]), node["wp:category_description"]),
        "wp:tag" => new Term(at, Number(node["wp:term_id"]), "post_tag", Decoded(node["wp:tag_slug"]), "", Plain(node["wp:tag_name"]), node["wp:tag_description"]),
        "wp:term" => new Term(at, Number(node["wp:term_id"]), node["wp:term_taxonomy"], Decoded(node["wp:term_slug"]), Decoded(node["wp:term_parent"]), Plain(node["wp:term_name"]), node["wp:term_description"]),
        _ => new ChannelField(at, node.Name, node.Text.Trim()),
    };

    private Item Item(Place at, ExportNode node) => new(
        at, Number(node["wp:post_id"]), node["wp:post_type"] is { Length: > 0 } type ? type : "post", node["wp:status"], Plain(node["title"]), node["link"], node["guid"], node["dc:creator"],
        Moment(node["wp:post_date_gmt"]) ?? Moment(node["wp:post_date"]) ?? Posted(node["pubDate"]), Decoded(node["wp:post_name"]), Number(node["wp:post_parent"]), node["wp:post_password"], node["wp:is_sticky"] == "1",
        node["wp:comment_status"] != "closed", node.Whole("content:encoded"), node.Whole("excerpt:encoded"), node["wp:attachment_url"],
        [.. node.All("category").Where(c => c.Attribute("domain") is not null).Select(c => new Mark(Taxonomy(c.Attribute("domain")!), Decoded(c.Attribute("nicename") ?? ""), Plain(c.Text.Trim())))],
        [.. node.All("wp:postmeta").Select(m => new Meta(m["wp:meta_key"], m.Whole("wp:meta_value")))],
        [.. node.All("wp:comment").Select(Comment)])
        { ChangedAt = Moment(node["wp:post_modified_gmt"]) ?? Moment(node["wp:post_modified"]) };

    private static ExportComment Comment(ExportNode node) => new(
        Number(node["wp:comment_id"]), Number(node["wp:comment_parent"]), Plain(node["wp:comment_author"]), node["wp:comment_author_email"], node["wp:comment_author_url"],
        Moment(node["wp:comment_date_gmt"]) ?? Moment(node["wp:comment_date"]), node.Whole("wp:comment_content"), node["wp:comment_approved"], node["wp:comment_type"]);

    private static string DisplayName(ExportNode author)
    {
        var whole = $"{author["wp:author_first_name"]} {author["wp:author_last_name"]}".Trim();
        return Plain(author["wp:author_display_name"] is { Length: > 0 } shown ? shown : whole.Length > 0 ? whole : author["wp:author_login"]);
    }

    // WXR 1.0 says "tag" for "post_tag".
    private static string Taxonomy(string domain) => domain == "tag" ? "post_tag" : domain;

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest ? number : 0;

    // No site has so many; beyond it, scripts and databases count wrong.
    private const long Highest = 1_000_000_000_000;

    // A title may hold markup and entities of its own.
    private static string Plain(string text) => Domain.Text.PlainText.Whole(Domain.Text.PlainText.Of(text)).Trim();

    private static string Decoded(string slug) => Domain.Text.PlainText.Whole(Uri.UnescapeDataString(slug)).Normalize();

    // "0000-00-00 00:00:00" is none.
    private static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static DateTime? Posted(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
