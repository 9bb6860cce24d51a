using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.WordPress.Texts;

/// <summary>The block editor's content: HTML between comments that say what each block is. What stands in no block is classic content.</summary>
/// <param name="reusable">The content of a reusable block by its number; null when the export has none.</param>
public sealed partial class Blocks(Func<long, string?> reusable)
{
    /// <summary>So deep may reusable blocks stand within each other.</summary>
    public const int MostNested = 10;

    // What stands within was for those who pay.
    private static readonly string[] Gates = ["premium-content/subscriber-view", "premium-content/container", "jetpack/premium-content"];

    public static bool Has(string content) => content.Contains("<!-- wp:", StringComparison.Ordinal);

    /// <summary>The numbers of the reusable blocks that are to be put in.</summary>
    public static IEnumerable<long> ReferencesIn(string content) => Marks().Matches(content).Where(mark => mark.Groups["name"].Value == "block").Select(mark => Reference(mark.Groups["json"].Value)).OfType<long>();

    /// <param name="footnotes">The post's custom field of that name, JSON; null when it has none.</param>
    public string Html(string content, string? footnotes) => Html(content, footnotes, 0);

    private string Html(string content, string? footnotes, int nested)
    {
        var html = new StringBuilder();
        var (from, open) = (0, new Stack<string>());
        foreach (Match mark in Marks().Matches(content))
        {
            if (!open.Any(Gates.Contains)) Put(html, content[from..mark.Index], open);
            from = mark.Index + mark.Length;
            var name = mark.Groups["name"].Value;
            if (mark.Groups["close"].Success) { if (open.Count > 0) open.Pop(); }
            else if (name == "jetpack/paywall") return html.ToString();
            else if (!mark.Groups["empty"].Success) open.Push(name);
            else if (name == "footnotes") html.Append(Footnotes(footnotes));
            else if (name == "block" && nested < MostNested && Reference(mark.Groups["json"].Value) is { } id && reusable(id) is { } block)
                html.Append(Has(block) ? Html(block, null, nested + 1) : Paragraphs.Of(block));
        }
        if (!open.Any(Gates.Contains)) Put(html, content[from..], open);
        return html.ToString();
    }

    private static void Put(StringBuilder html, string part, Stack<string> open) => html.Append(open.Count == 0 || open.Peek() is "freeform" or "core/freeform" ? Paragraphs.Of(part) : part);

    private static long? Reference(string json)
    {
        try { return JsonDocument.Parse(json).RootElement.TryGetProperty("ref", out var id) && id.TryGetInt64(out var number) ? number : null; }
        catch (JsonException) { return null; }
    }

    private static string Footnotes(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return "";
        try
        {
            var notes = JsonDocument.Parse(json).RootElement.EnumerateArray().Select(note => (Id: note.GetProperty("id").GetString(), Text: note.GetProperty("content").GetString()));
            return "<ol>" + string.Concat(notes.Select(note => $"<li id=\"{WebUtility.HtmlEncode(note.Id)}\">{note.Text} <a href=\"#{WebUtility.HtmlEncode(note.Id)}-link\">↩</a></li>")) + "</ol>";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException) { return ""; }
    }

    [GeneratedRegex(@"<!--\s+(?<close>/)?wp:(?<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s*(?<json>\{(?:[^}]|\}(?!\s*/?-->))*\})?\s*(?<empty>/)?-->", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
