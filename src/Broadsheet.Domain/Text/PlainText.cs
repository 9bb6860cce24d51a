using System.Net;
using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>What is left of sanitized HTML when only the words matter: for search, likeness, feeds and counting. Never for display as HTML.</summary>
public static class PlainText
{
    private static readonly HashSet<string> EndsOfLines = new(
        ["</p>", "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>", "</li>", "</blockquote>", "</figure>", "</figcaption>", "</tr>", "</td>", "</th>", "</aside>", "</div>", "</pre>", "<br>", "<br/>", "<br />"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words with one space between them, or one line feed where a paragraph, a cell or a line ends.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var ends = EndsOfLines.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open && rest[open..].IndexOf('>') is >= 0 and var last)
        {
            text.Append(rest[..open]);
            if (ends.Contains(rest.Slice(open, last + 1))) text.Append('\n');
            rest = rest[(open + last + 1)..];
        }
        return Spaced(WebUtility.HtmlDecode(text.Append(rest).ToString()).Replace("\0", ""));
    }

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            spaced.Append(text, start, at - start);
            start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (spaced.Length > 0 && at < text.Length) spaced.Append(text.AsSpan(start, at - start).Contains('\n') ? '\n' : ' ');
        }
        return spaced.ToString();
    }

    /// <summary>At most <paramref name="most"/> characters, cut between words, with an ellipsis when something was cut.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 1);
        var end = cut > most / 2 ? cut : most - 1;
        // Never within a character.
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';', ':', '.', '\n') + "…";
    }

    /// <summary>Without halves of characters (lone surrogates) and what Unicode keeps for itself: nothing can normalize or store those.</summary>
    public static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar && r.Value != 0 && (r.Value & 0xFFFE) != 0xFFFE && r.Value is < 0xFDD0 or > 0xFDEF));

    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
