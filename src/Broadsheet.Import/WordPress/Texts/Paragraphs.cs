using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.WordPress.Texts;

/// <summary>
/// Classic content has blank lines where its paragraphs part and bare line feeds where its lines break; WordPress makes elements of them
/// when it shows the post. So does this, to the same effect.
/// </summary>
public static partial class Paragraphs
{
    // From Unicode's private use: what stands between them is put back untouched.
    private const char Begin = '\uE000', End = '\uE001';

    public static string Of(string text)
    {
        List<string> kept = [];
        var marked = Untouched().Replace(text.Replace($"{Begin}", "").Replace($"{End}", "").ReplaceLineEndings("\n"), whole =>
        {
            kept.Add(whole.Value);
            return $"\n\n{Begin}{kept.Count - 1}{End}\n\n";
        });
        return Kept().Replace(Set(marked), mark => kept[int.Parse(mark.Groups[1].Value)]);
    }

    private static string Set(string text)
    {
        text = Quotes().Replace(text, quote => $"{quote.Groups[1].Value}{Set(quote.Groups[2].Value)}</blockquote>");
        text = Opening().Replace(Closing().Replace(text, "$0\n\n"), "\n\n$0");
        var html = new StringBuilder();
        foreach (var part in BlankLines().Split(text).Select(p => p.Trim()).Where(p => p.Length > 0))
            html.Append(part[0] == Begin || BeginsBlock().IsMatch(part) ? part : $"<p>{Breaks().Replace(part, "<br>\n")}</p>").Append('\n');
        return html.ToString().Trim();
    }

    private const string Blocks =
        "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|summary|iframe|object|video|audio";

    [GeneratedRegex(@"<(pre|script|style|textarea)\b.*?</\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Untouched();

    [GeneratedRegex(@"(<blockquote\b[^>]*>)((?:(?!<blockquote\b).)*?)</blockquote>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Quotes();

    [GeneratedRegex($@"<(?:{Blocks})\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex($@"</(?:{Blocks})\s*>|<hr\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Closing();

    [GeneratedRegex($@"^</?(?:{Blocks})\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsBlock();

    [GeneratedRegex(@"\n\s*\n+")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<!<br\s*/?>)\s*\n(?!\s*</?(?:li|ul|ol|td|tr)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("\uE000(\\d+)\uE001")]
    private static partial Regex Kept();
}
