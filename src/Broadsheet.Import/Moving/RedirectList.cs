using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.Moving;

/// <summary>Redirects that the old site had beside WordPress' own: the Redirection plugin's CSV, or Apache's rules.</summary>
internal static partial class RedirectList
{
    /// <param name="From">A path; of a pattern, a regular expression for one with its query.</param>
    /// <param name="To">As written; in a pattern's, $1 to $9 stand for its groups.</param>
    public sealed record Rule(Place At, string From, string To, bool IsPattern = false);

    /// <summary>A rule that leads nowhere for good, or only on a condition, is told and left out.</summary>
    public static IEnumerable<Rule> Read(string file, MoveReport report)
    {
        var (number, isBound) = (0, false);
        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or '<' || Headings().IsMatch(text)) continue;
            var at = new Place(file, number);
            if (Disabled().IsMatch(text)) report.LeaveOut("redirect: switched off");
            else if (Condition().IsMatch(text)) isBound = true;
            else if (Settings().IsMatch(text)) continue;
            else
            {
                var rule = Apache(text, at) ?? Csv(text, at);
                // Of a single path a condition says little more than that it is this site's.
                if (rule is null || rule.IsPattern && isBound) report.Fault(at, $"this redirect holds on a condition, or is none for good, and was left out: {text}");
                else yield return rule;
                isBound = false;
            }
        }
    }

    private static Rule? Apache(string text, Place at)
    {
        if (Redirect().Match(text) is { Success: true } plain) return new(at, Unquoted(plain.Groups["from"].Value), Unquoted(plain.Groups["to"].Value));
        if (RedirectMatch().Match(text) is { Success: true } matched) return Pattern(at, Unquoted(matched.Groups["from"].Value), Unquoted(matched.Groups["to"].Value));
        if (Rewrite().Match(text) is not { Success: true } rewrite) return null;
        var (from, to) = (Unquoted(rewrite.Groups["from"].Value), Unquoted(rewrite.Groups["to"].Value));
        // ^a/b/?$ names one path; anything else in it is a pattern.
        if (OnePath().Match(from) is { Success: true } one && one.Groups[1].Value.Replace("\\.", ".").Replace("\\-", "-") is var path && !Signs().IsMatch(path)) return new(at, "/" + path.TrimStart('/'), to);
        // In a folder's rules a path has no slash before it, and a target may have none.
        from = from.StartsWith('^') && !from.StartsWith("^/", StringComparison.Ordinal) ? "^/" + from[1..] : from;
        return Pattern(at, Flag().IsMatch(rewrite.Groups["flags"].Value) ? "(?i)" + from : from, to.Contains("://") || to.StartsWith('/') ? to : "/" + to);
    }

    // source,target,regex,code,type,hits,title,status
    private static Rule? Csv(string text, Place at)
    {
        var fields = Fields().Matches(text).Select(f => f.Groups["quoted"].Success ? f.Groups["quoted"].Value.Replace("\"\"", "\"") : f.Groups["bare"].Value.Trim()).ToList();
        if (fields.Count < 2 || fields[1].Length == 0) return null;
        var (isPattern, code) = (fields.ElementAtOrDefault(2) is "1" or "true", fields.ElementAtOrDefault(3) ?? "301");
        if (code is not ("301" or "302" or "307" or "308" or "") || !isPattern && !fields[0].StartsWith('/')) return null;
        return isPattern ? Pattern(at, fields[0], fields[1]) : new(at, fields[0], fields[1]);
    }

    private static Rule Pattern(Place at, string from, string to) => new(at, from, Places().Replace(to, "$$$1"), IsPattern: true);

    private static string Unquoted(string text) => text.Trim('"');

    [GeneratedRegex(@"^source\s*,\s*target\b", RegexOptions.IgnoreCase)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(?:Redirect(?:\s+(?:30[1278]|permanent|temp|seeother))?|RedirectPermanent|RedirectTemp)\s+(?<from>""/[^""]*""|/\S*)\s+(?<to>""[^""]*""|\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Redirect();

    [GeneratedRegex(@"^RedirectMatch(?:\s+(?:30[1278]|permanent|temp|seeother))?\s+(?<from>""[^""]+""|[^\s""]\S*)\s+(?<to>""[^""]*""|\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex RedirectMatch();

    [GeneratedRegex(@"^RewriteRule\s+(?<from>""[^""]+""|\S+)\s+(?<to>""[^""]*""|\S+)\s+\[(?<flags>[^\]]*\bR(?:=30[1278])?\b[^\]]*)\]$", RegexOptions.IgnoreCase)]
    private static partial Regex Rewrite();

    [GeneratedRegex(@"^\^(\S*?)/?\??\$$")]
    private static partial Regex OnePath();

    [GeneratedRegex(@"[\[\](){}*+?|^$\\]|\.\.")]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?:^|,)\s*(?:NC|nocase)\s*(?:,|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Flag();

    // A group is called $1, \1 or ${1}.
    [GeneratedRegex(@"(?:\$|\\)\{?(\d)\}?")]
    private static partial Regex Places();

    // The last field of the plugin's lines.
    [GeneratedRegex(",\"?disabled\"?$")]
    private static partial Regex Disabled();

    [GeneratedRegex(@"^RewriteCond\b", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:RewriteEngine|RewriteBase|Options|IndexIgnore)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Settings();

    [GeneratedRegex(@"(?:^|,)(?:""(?<quoted>(?:[^""]|"""")*)""|(?<bare>[^,]*))")]
    private static partial Regex Fields();
}
