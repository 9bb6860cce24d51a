using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Text;

/// <summary>What is left of sanitized HTML when only the words matter: for search, likeness, feeds and counting. Never for display as HTML.</summary>
public static partial class PlainText
{
    public static string Of(string html)
    {
        var spaced = BlockEnds().Replace(html, "\n");
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(spaced, "")), m => m.Value.Contains('\n') ? "\n" : " ").Trim();
    }

    /// <summary>At most <paramref name="most"/> characters, cut between words, with an ellipsis when something was cut.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 1);
        return text[..(cut > most / 2 ? cut : most - 1)].TrimEnd(' ', ',', ';', ':', '.', '\n') + "…";
    }

    /// <summary>Without halves of characters (lone surrogates) and what Unicode keeps for itself: nothing can normalize or store those.</summary>
    public static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar && (r.Value & 0xFFFE) != 0xFFFE && r.Value is < 0xFDD0 or > 0xFDEF));

    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex("</(?:p|h[1-6]|li|blockquote|figure|figcaption|tr|td|th|aside|div|pre)>|<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnds();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
