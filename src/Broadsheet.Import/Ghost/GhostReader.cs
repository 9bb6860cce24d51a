using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Broadsheet.Domain.Text;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.Moving;

namespace Broadsheet.Import.Ghost;

/// <summary>Reads an export of Ghost (from its first versions to the sixth) as the desk that moves a paper wants it. The whole file is in memory: it is one JSON document.</summary>
public static partial class GhostReader
{
    // Stands in an export where the site's address belongs.
    private const string Here = "__GHOST_URL__";

    /// <inheritdoc cref="ReadExport"/>
    public static IEnumerable<Entry> Read(string file, Action<Place, string> tell)
    {
        var data = DataOf(file);
        var place = new Place(file, 1);
        yield return new ChannelField(place, "language", Text(Rows(data, "settings").FirstOrDefault(s => Text(s, "key") is "lang" or "locale" or "default_locale"), "value"));
        foreach (var user in Rows(data, "users")) yield return new Author(place, Number(user, "id"), Text(user, "slug"), Text(user, "name"));

        var (tags, tagged, writers, users) = (ById(Rows(data, "tags")), Rows(data, "posts_tags").ToLookup(r => Text(r, "post_id")), Rows(data, "posts_authors").ToLookup(r => Text(r, "post_id")), ById(Rows(data, "users")));
        var more = Rows(data, "posts_meta").GroupBy(r => Text(r, "post_id")).ToDictionary(g => g.Key, g => g.First());
        var (comments, members) = (Rows(data, "comments").ToLookup(r => Text(r, "post_id")), ById(Rows(data, "members")));
        foreach (var post in Rows(data, "posts"))
        {
            var id = Text(post, "id");
            var marks = Marks(InOrder(tagged[id], "tag_id", tags)).Concat(Writers(post, InOrder(writers[id], "author_id", users), users)).ToList();
            yield return ItemOf(place, post, marks, more.GetValueOrDefault(id), tell) with { Comments = [.. comments[id].Select(comment => CommentOf(comment, members.GetValueOrDefault(Text(comment, "member_id"))))] };
        }
        foreach (var letter in Rows(data, "newsletters")) yield return Other(place, "newsletter", Text(letter, "name"));
    }

    private static JsonObject DataOf(string file)
    {
        try
        {
            using var text = File.OpenRead(file);
            var root = JsonNode.Parse(text);
            var first = (root as JsonObject)?["db"] is JsonArray { Count: > 0 } db ? db[0] : root;
            if ((first as JsonObject)?["data"] is JsonObject data && data["posts"] is JsonArray) return data;
        }
        catch (JsonException broken) { throw new NotAnExport($"it is no JSON: {broken.Message}", new(file, (int)(broken.LineNumber ?? 0) + 1)); }
        throw new NotAnExport("it holds no posts as an export of Ghost holds them", new(file, 1));
    }

    private static Item ItemOf(Place place, JsonObject post, List<Mark> marks, JsonObject? more, Action<Place, string> tell)
    {
        var (slug, type) = (PlainText.Whole(Text(post, "slug")).Normalize(), Text(post, "type") == "page" || Text(post, "page") is "1" or "true" ? "page" : "post");
        List<Meta> meta = [];
        foreach (var key in new[] { "feature_image", "feature_image_alt", "feature_image_caption", "meta_title", "meta_description", "og_title", "og_description" })
            if ((more is null ? "" : Text(more, key)) is { Length: > 0 } said || (said = Text(post, key)).Length > 0) meta.Add(new(key, Whole(said)));
        return new Item(
            place, Number(post, "id"), type, StatusOf(post), PlainText.Of(Text(post, "title")), $"/{slug}/", GuidOf(post), "", Moment(post, "published_at") ?? Moment(post, "created_at"), slug, 0, "",
            Text(post, "featured") is "1" or "true", true, Whole(Ungated(BodyOf(place, post, tell))), Text(post, "custom_excerpt"), "", marks, meta, []) { IsHtml = true };
    }

    private static Item Other(Place place, string type, string name) => new(place, 0, type, "publish", name, "", "", "", null, "", 0, "", false, false, "", "", "", [], [], []);

    // The usual export has none; a whole backup has, with those who wrote them.
    private static ExportComment CommentOf(JsonObject comment, JsonObject? member) => new(
        Key(Text(comment, "id")), Text(comment, "in_reply_to_id") is { Length: > 0 } answered ? Key(answered) : Key(Text(comment, "parent_id")),
        Text(member, "name"), Text(member, "email"), "", Moment(comment, "created_at"), Whole(Text(comment, "html")), Text(comment, "status") is "published" ? "1" : Text(comment, "status"), "") { HasOwnNumber = false };

    // An id of Ghost's is twenty-four hexadecimal digits; the last fifteen tell one from another.
    private static long Key(string id) => long.TryParse(id.Length > 15 ? id[^15..] : id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key) ? key : 0;

    // As its feeds had it: the id since Ghost 1, which made those unlike any other's; before, the UUID.
    private static string GuidOf(JsonObject post) => Number(post, "id") > 0 && Text(post, "uuid") is { Length: > 0 } uuid ? uuid : Text(post, "id");

    // What only members could read was not public; neither was a post that was only mailed.
    private static string StatusOf(JsonObject post) => (Text(post, "status"), Text(post, "visibility")) switch
    {
        ("published", "" or "public") => "publish",
        ("published" or "sent", _) => "private",
        ("scheduled", _) => "future",
        (var other, _) => other,
    };

    private static string BodyOf(Place place, JsonObject post, Action<Place, string> tell)
    {
        if (Text(post, "html") is { Length: > 0 } html) return html;
        if (Text(post, "markdown") is { Length: > 0 } markdown) return new MarkdownBody(_ => null).Set(markdown);
        try
        {
            if (Text(post, "lexical") is { Length: > 0 } lexical) return Lexical.Html(lexical);
            if (Text(post, "mobiledoc") is { Length: > 0 } mobiledoc) return Mobiledoc.Html(mobiledoc);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException) { tell(place, $"post {Text(post, "id")} \"{Text(post, "title")}\": its text cannot be read ({broken.Message})"); }
        return "";
    }

    // The first tag leads: the section. All of them are topics; those that begin with # are the desk's own.
    private static IEnumerable<Mark> Marks(IEnumerable<JsonObject> tags)
    {
        var shown = tags.Where(t => Text(t, "visibility") is "" or "public" && !Text(t, "name").StartsWith('#')).ToList();
        if (shown.FirstOrDefault() is { } first) yield return new("category", Text(first, "slug"), Text(first, "name"));
        foreach (var tag in shown) yield return new("post_tag", Text(tag, "slug"), Text(tag, "name"));
    }

    private static IEnumerable<Mark> Writers(JsonObject post, IEnumerable<JsonObject> writers, Dictionary<string, JsonObject> users)
    {
        var all = writers.ToList();
        if (all.Count == 0 && users.GetValueOrDefault(Text(post, "author_id")) is { } only) all.Add(only);
        return all.Select(user => new Mark("author", Text(user, "slug"), Text(user, "name")));
    }

    private static IEnumerable<JsonObject> InOrder(IEnumerable<JsonObject> links, string key, Dictionary<string, JsonObject> things) =>
        links.OrderBy(l => Number(l, "sort_order")).Select(l => things.GetValueOrDefault(Text(l, key))).OfType<JsonObject>();

    private static Dictionary<string, JsonObject> ById(IEnumerable<JsonObject> rows) => rows.GroupBy(r => Text(r, "id")).ToDictionary(g => g.Key, g => g.First());

    private static IEnumerable<JsonObject> Rows(JsonObject data, string table) => (data[table] as JsonArray ?? []).OfType<JsonObject>();

    private static string Whole(string text) => text.Replace(Here, "");

    // What Ghost itself takes out for whoever is no member.
    private static string Ungated(string html) => Gated().Replace(html, "");

    [GeneratedRegex(@"<!--\s*kg-gated-block:begin\b(?=[^>]*nonMember:false).*?(?:<!--\s*kg-gated-block:end\s*-->|$)", RegexOptions.Singleline)]
    private static partial Regex Gated();

    /// <summary>As text, whatever it is written as; empty when it is not there.</summary>
    private static string Text(JsonObject? row, string key) => row?[key] is JsonValue value ? value.ToString().Replace("\0", "") : "";

    private static long Number(JsonObject row, string key) => long.TryParse(Text(row, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Milliseconds since 1970, or as ISO 8601 says it, or as SQL does.
    private static DateTime? Moment(JsonObject post, string key) =>
        Text(post, key) is { Length: > 0 } text
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(since).UtcDateTime
                : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null
            : null;
}
