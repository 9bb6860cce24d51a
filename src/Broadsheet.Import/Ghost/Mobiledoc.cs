using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Broadsheet.Import.Bodies;

namespace Broadsheet.Import.Ghost;

/// <summary>The text format of Ghost from its first to its fifth version (Mobiledoc 0.3), as HTML. Used where an export lacks the HTML.</summary>
public static class Mobiledoc
{
    private const int MarkupSection = 1, ImageSection = 2, ListSection = 3, CardSection = 10;

    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public static string Html(string json)
    {
        var document = JsonNode.Parse(json) as JsonObject ?? [];
        var (cards, markups) = (List(document["cards"]), List(document["markups"]));
        return string.Concat(List(document["sections"]).OfType<JsonArray>().Select(section => Section(section, cards, markups)));
    }

    private static string Section(JsonArray section, JsonArray cards, JsonArray markups) => Number(section, 0) switch
    {
        MarkupSection => $"<{Tag(section)}>{Text(List(section.ElementAtOrDefault(2)), markups)}</{Tag(section)}>",
        ImageSection => $"<figure><img src=\"{Encode(Said(section.ElementAtOrDefault(1)))}\" alt=\"\"></figure>",
        ListSection => $"<{Tag(section)}>{string.Concat(List(section.ElementAtOrDefault(2)).OfType<JsonArray>().Select(item => $"<li>{Text(item, markups)}</li>"))}</{Tag(section)}>",
        CardSection => cards.ElementAtOrDefault(Number(section, 1)) is JsonArray card ? Card(Said(card.ElementAtOrDefault(0)), card.ElementAtOrDefault(1) as JsonObject ?? []) : "",
        _ => "",
    };

    private static string Card(string name, JsonObject card) => name switch
    {
        "image" or "card-image" => $"<figure><img src=\"{Encode(Said(card["src"]))}\" alt=\"{Encode(Said(card["alt"]))}\">{(Said(card["caption"]) is { Length: > 0 } caption ? $"<figcaption>{caption}</figcaption>" : "")}</figure>",
        "gallery" => $"<figure class=\"gallery\">{string.Concat(List(card["images"]).OfType<JsonObject>().Select(image => Card("image", image)))}</figure>",
        "html" => Said(card["html"]),
        "markdown" or "card-markdown" => new MarkdownBody(_ => null).Set(Said(card["markdown"])),
        "code" => $"<pre><code>{Encode(Said(card["code"]))}</code></pre>",
        "hr" => "<hr>",
        "embed" or "bookmark" => $"<p>{Encode(Said(card["url"]))}</p>",
        "callout" => $"<aside class=\"facts\"><p>{Said(card["calloutText"])}</p></aside>",
        _ => "",
    };

    // Each run of text opens some markups and closes as many as it says.
    private static string Text(JsonArray runs, JsonArray markups)
    {
        var (html, open) = (new StringBuilder(), new Stack<string>());
        foreach (var run in runs.OfType<JsonArray>())
        {
            foreach (var at in List(run.ElementAtOrDefault(1)).Select(m => int.TryParse(Said(m), out var number) ? number : -1))
            {
                if (markups.ElementAtOrDefault(at) is not JsonArray markup) continue;
                var tag = Said(markup.ElementAtOrDefault(0));
                html.Append(tag == "a" && List(markup.ElementAtOrDefault(1)) is { Count: > 1 } attributes ? $"<a href=\"{Encode(Said(attributes[1]))}\">" : $"<{tag}>");
                open.Push(tag);
            }
            html.Append(Number(run, 0) == 0 ? Encode(Said(run.ElementAtOrDefault(3))) : "<br>");
            for (var closed = Number(run, 2); closed > 0 && open.Count > 0; closed--) html.Append($"</{open.Pop()}>");
        }
        while (open.TryPop(out var tag)) html.Append($"</{tag}>");
        return html.ToString();
    }

    private static string Tag(JsonArray section) => Said(section.ElementAtOrDefault(1)) is { Length: > 0 and < 12 } tag && tag.All(char.IsAsciiLetterOrDigit) ? tag : "p";

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? [];

    private static int Number(JsonArray list, int at) => int.TryParse(Said(list.ElementAtOrDefault(at)), out var number) ? number : 0;

    private static string Said(JsonNode? node) => node is JsonValue value ? value.ToString() : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
