using System.Net;
using System.Text.Json.Nodes;
using Broadsheet.Import.Bodies;

namespace Broadsheet.Import.Ghost;

/// <summary>The text format of Ghost since its fifth version, as HTML. Used where an export lacks the HTML.</summary>
public static class Lexical
{
    // Bits of a text's "format".
    private static readonly (int Bit, string Tag)[] Formats = [(1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup")];

    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public static string Html(string json) => Inner(JsonNode.Parse(json)?["root"]);

    private static string Inner(JsonNode? node) => string.Concat((node?["children"] as JsonArray ?? []).OfType<JsonObject>().Select(Node));

    private static string Node(JsonObject node) => Said(node, "type") switch
    {
        "paragraph" => $"<p>{Inner(node)}</p>",
        "heading" or "extended-heading" => $"<{Heading(node)}>{Inner(node)}</{Heading(node)}>",
        "quote" or "extended-quote" or "aside" => $"<blockquote><p>{Inner(node)}</p></blockquote>",
        "list" => Said(node, "listType") == "number" ? $"<ol>{Inner(node)}</ol>" : $"<ul>{Inner(node)}</ul>",
        "listitem" => $"<li>{Inner(node)}</li>",
        "text" or "extended-text" => Formatted(node),
        "linebreak" => "<br>",
        "link" or "autolink" => $"<a href=\"{Encode(Said(node, "url"))}\">{Inner(node)}</a>",
        "image" => Image(node),
        "gallery" => $"<figure class=\"gallery\">{string.Concat((node["images"] as JsonArray ?? []).OfType<JsonObject>().Select(Image))}</figure>",
        "html" => Said(node, "html"),
        "markdown" => new MarkdownBody(_ => null).Set(Said(node, "markdown")),
        "codeblock" => $"<pre><code>{Encode(Said(node, "code"))}</code></pre>",
        "horizontalrule" => "<hr>",
        "embed" or "bookmark" or "video" or "audio" or "file" => $"<p>{Encode(Said(node, "url") is { Length: > 0 } url ? url : Said(node, "src"))}</p>",
        "callout" => $"<aside class=\"facts\"><p>{Said(node, "calloutText")}</p></aside>",
        "toggle" => $"<h3>{Said(node, "heading")}</h3>{Said(node, "content")}",
        "button" => $"<p><a href=\"{Encode(Said(node, "buttonUrl"))}\">{Encode(Said(node, "buttonText"))}</a></p>",
        // What a reader of the site never saw: the paywall's mark, what only mails hold.
        "paywall" or "email" or "email-cta" or "signup" => "",
        _ => Inner(node),
    };

    private static string Heading(JsonObject node) => Said(node, "tag") is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ? Said(node, "tag") : "h2";

    private static string Image(JsonObject node) =>
        $"<figure><img src=\"{Encode(Said(node, "src"))}\" alt=\"{Encode(Said(node, "alt"))}\">{(Said(node, "caption") is { Length: > 0 } caption ? $"<figcaption>{caption}</figcaption>" : "")}</figure>";

    private static string Formatted(JsonObject node)
    {
        var format = int.TryParse(Said(node, "format"), out var bits) ? bits : 0;
        return Formats.Where(f => (format & f.Bit) != 0).Aggregate(Encode(Said(node, "text")), (html, f) => $"<{f.Tag}>{html}</{f.Tag}>");
    }

    private static string Said(JsonObject node, string key) => node[key] is JsonValue value ? value.ToString() : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
