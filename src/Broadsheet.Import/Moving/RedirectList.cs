using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.Moving;

/// <summary>Redirects that the old site had beside WordPress' own: the Redirection plugin's CSV, or Apache's rules.</summary>
internal static partial class RedirectList
{
    /// <summary>Each old path with where it leads, as written. A rule that is a pattern or that leads nowhere for good is told and left out.</summary>
    public static IEnumerable<(string From, string To)> Read(string file, MoveReport report)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            number++;
            var rule = line.Trim();
            if (rule.Length == 0 || rule[0] is '#' or '<' || Headings().IsMatch(rule)) continue;
            if (Apache(rule) is { } apache) yield return apache;
            else if (Csv(rule) is { } csv) yield return csv;
            else if (!Settings().IsMatch(rule)) report.Fault(new(file, number), $"this redirect is a pattern, or none for good, and was left out: {rule}");
        }
    }

    private static (string, string)? Apache(string rule)
    {
        if (Redirect().Match(rule) is { Success: true } plain) return (Unquoted(plain.Groups["from"].Value), Unquoted(plain.Groups["to"].Value));
        // ^a/b/?$ names one path; anything else in it is a pattern.
        if (Rewrite().Match(rule) is not { Success: true } rewrite) return null;
        var from = rewrite.Groups["from"].Value.Replace("\\.", ".").Replace("\\-", "-");
        return Pattern().IsMatch(from) ? null : ("/" + from.TrimStart('/'), Unquoted(rewrite.Groups["to"].Value));
    }

    // source,target,regex,code,…
    private static (string, string)? Csv(string rule)
    {
        var fields = Fields().Matches(rule).Select(f => f.Groups["quoted"].Success ? f.Groups["quoted"].Value.Replace("\"\"", "\"") : f.Groups["bare"].Value.Trim()).ToList();
        if (fields.Count < 2 || !fields[0].StartsWith('/') || fields[1].Length == 0) return null;
        var (regex, code) = (fields.ElementAtOrDefault(2) is "1" or "true", fields.ElementAtOrDefault(3) ?? "301");
        return regex || code is not ("301" or "302" or "307" or "308" or "") ? null : (fields[0], fields[1]);
    }

    private static string Unquoted(string text) => text.Trim('"');

    [GeneratedRegex(@"^source\s*,\s*target\b", RegexOptions.IgnoreCase)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(?:Redirect(?:\s+(?:30[1278]|permanent|temp|seeother))?|RedirectPermanent|RedirectTemp)\s+(?<from>""/[^""]*""|/\S*)\s+(?<to>""[^""]*""|\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Redirect();

    [GeneratedRegex(@"^RewriteRule\s+""?\^(?<from>[^""\s]*?)/?\??\$""?\s+(?<to>""[^""]*""|\S+)\s+\[[^\]]*\bR(?:=30[1278])?\b[^\]]*\]$", RegexOptions.IgnoreCase)]
    private static partial Regex Rewrite();

    [GeneratedRegex(@"[\[\](){}*+?|^$\\]|\.\.")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:RewriteEngine|RewriteBase|RewriteCond|Options|IndexIgnore)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Settings();

    [GeneratedRegex(@"(?:^|,)(?:""(?<quoted>(?:[^""]|"""")*)""|(?<bare>[^,]*))")]
    private static partial Regex Fields();
}
