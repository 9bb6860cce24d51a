using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.WordPress.Texts;

/// <summary>The codes in square brackets that WordPress and its plugins replace when they show a post.</summary>
/// <param name="attachment">The address of an attachment by its number; null when the export has none.</param>
/// <param name="unknown">Told the name of each code that nobody knows: it is taken out, what it encloses stays.</param>
public sealed partial class Shortcodes(Func<long, string?> attachment, Func<IEnumerable<long>> attached, Action<string> unknown)
{
    private static readonly string[] Films = ["embed", "youtube", "vimeo", "dailymotion", "tweet", "soundcloud", "instagram"];
    private static readonly string[] Sounds = ["audio", "video", "wpvideo", "playlist"];
    private static readonly string[] Files = ["src", "mp3", "mp4", "m4a", "m4v", "ogg", "ogv", "wav", "webm", "flv", "wmv", "wma", "flac"];

    // What these enclose only members or payers could read.
    private static readonly HashSet<string> Gates =
    [
        "member", "members", "members_only", "members-only", "members_logged_in", "members_access", "membership", "is_logged_in", "loggedin", "logged_in", "private", "restrict", "restricted", "subscriber", "subscribers", "subscribers_only",
        "paid", "paywall", "premium", "protected", "passster", "content_protector", "wlm_private", "mepr-active", "mepr-show", "rcp_restricted", "s2if", "ihc-hide-content", "um_loggedin", "leaky_paywall",
    ];

    // As PHP's shortcode_parse_atts reads them: named ones, and ones that only stand there.
    private sealed record Code(string Name, Dictionary<string, string> Named, List<string> Bare);

    public string Replaced(string content)
    {
        var html = new StringBuilder();
        var from = 0;
        while (from < content.Length && Codes().Match(content, from) is { Success: true } mark)
        {
            html.Append(content, from, mark.Index - from);
            from = mark.Index + mark.Length;
            if (mark.Groups["verbatim"].Success) html.Append(mark.Value);
            else if (mark.Groups["escaped"].Success) html.Append(mark.Value[1..^1]);
            else if (mark.Groups["close"].Success) html.Append(IsCode(mark, content) ? "" : mark.Value);
            else if (!IsCode(mark, content)) html.Append(mark.Value);
            else
            {
                var code = Read(mark);
                var end = mark.Groups["empty"].Success ? -1 : content.IndexOf($"[/{code.Name}]", from, StringComparison.OrdinalIgnoreCase);
                var inner = end < 0 ? "" : content[from..end];
                if (end >= 0) from = end + code.Name.Length + 3;
                html.Append(Set(code, inner));
            }
        }
        return html.Append(content, Math.Min(from, content.Length), content.Length - Math.Min(from, content.Length)).ToString();
    }

    private string Set(Code code, string inner)
    {
        if (code.Name is "caption" or "wp_caption") return Caption(code, inner);
        if (code.Name == "gallery") return Gallery(code);
        if (Films.Contains(code.Name)) return Line(inner.Trim().Length > 0 ? PlainAddress(inner) : code.Bare.FirstOrDefault(b => b.Contains("://")) ?? code.Named.GetValueOrDefault("url") ?? code.Named.GetValueOrDefault("src") ?? "");
        if (Sounds.Contains(code.Name)) return string.Concat(Recordings(code).Select(Line)) + Replaced(inner);
        unknown(code.Name);
        return Gates.Contains(code.Name) ? "" : Replaced(inner);
    }

    private static string Line(string address) => address.Length == 0 ? "" : $"\n\n{WebUtility.HtmlEncode(WebUtility.HtmlDecode(address.Trim()))}\n\n";

    private static string PlainAddress(string inner) => Domain.Text.PlainText.Of(inner);

    // [caption]<img> The words[/caption], or the words as an attribute.
    private string Caption(Code code, string inner)
    {
        var picture = Picture().Match(inner);
        var words = code.Named.TryGetValue("caption", out var named) ? WebUtility.HtmlDecode(named) : Replaced(inner[(picture.Index + picture.Length)..]).Trim();
        return $"\n\n<figure>{picture.Value}<figcaption>{words}</figcaption></figure>\n\n";
    }

    private string Gallery(Code code)
    {
        var ids = code.Named.TryGetValue("ids", out var named) || code.Named.TryGetValue("include", out named)
            ? named.Split(',', StringSplitOptions.TrimEntries).Select(id => long.TryParse(id, out var number) ? number : 0) : attached();
        var pictures = ids.Select(attachment).OfType<string>().Select(address => $"<figure><img src=\"{WebUtility.HtmlEncode(address)}\" alt=\"\"></figure>");
        return $"\n\n<figure class=\"gallery\">{string.Concat(pictures)}</figure>\n\n";
    }

    private IEnumerable<string> Recordings(Code code) =>
        code.Named.TryGetValue("ids", out var ids) ? ids.Split(',').Select(id => long.TryParse(id.Trim(), out var number) ? attachment(number) : null).OfType<string>() : Files.Where(code.Named.ContainsKey).Select(file => code.Named[file]).Take(1);

    // Whatever stands in brackets may be a word of the text. A code is known, or has attributes, or is closed again, or stands on a line of its own.
    private static bool IsCode(Match mark, string content)
    {
        var (name, rest) = (mark.Groups["name"].Value, mark.Groups["rest"].Value);
        if (name is "caption" or "wp_caption" or "gallery" || Films.Contains(name) || Sounds.Contains(name)) return true;
        if (mark.Groups["close"].Success) return content.LastIndexOf($"[{name}", mark.Index, StringComparison.OrdinalIgnoreCase) >= 0;
        return rest.Split('<')[0].Contains('=') || mark.Groups["empty"].Success || content.IndexOf($"[/{name}]", mark.Index, StringComparison.OrdinalIgnoreCase) >= 0 || name.Contains('_') && rest.Trim().Length == 0 || IsAlone(mark, content);
    }

    // A word with a hyphen may be an editor's insertion ("[semi-]detached"); a code that shows something of its own has its line to itself.
    private static bool IsAlone(Match mark, string content)
    {
        if (!mark.Groups["name"].Value.Contains('-') || mark.Groups["rest"].Value.Trim().Length > 0) return false;
        var before = content.AsSpan(0, mark.Index).TrimEnd([' ', '\t', '\r']);
        var after = content.AsSpan(mark.Index + mark.Length).TrimStart([' ', '\t', '\r']);
        return (before.Length == 0 || before.EndsWith("\n") || before.EndsWith("<p>") || before.EndsWith("-->")) && (after.Length == 0 || after.StartsWith("\n") || after.StartsWith("</p>") || after.StartsWith("<!--"));
    }

    private static Code Read(Match mark)
    {
        var code = new Code(mark.Groups["name"].Value.ToLowerInvariant(), [], []);
        foreach (Match attribute in Attributes().Matches(WebUtility.HtmlDecode(mark.Groups["rest"].Value).Replace('”', '"').Replace('″', '"').Replace('“', '"')))
        {
            var value = attribute.Groups["value"].Value.Trim('"', '\'');
            if (attribute.Groups["name"].Success) code.Named.TryAdd(attribute.Groups["name"].Value.ToLowerInvariant(), value);
            else code.Bare.Add(value.TrimStart('='));
        }
        return code;
    }

    // Code that is shown is not code that is run.
    [GeneratedRegex(@"(?<verbatim><(pre|code|script|style)\b.*?</\1>)|(?<escaped>\[\[/?[A-Za-z][\w-]*[^\[\]]*\]\])|\[(?<close>/)?(?<name>[A-Za-z][\w-]*)(?<rest>(?:[\s=](?:[^\[\]""']|""[^""]*""|'[^']*')*)?)(?<empty>/)?\]", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Codes();

    [GeneratedRegex("""(?:(?<name>[\w-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s'"]+))|(?<value>"[^"]*"|'[^']*'|\S+)""")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}
