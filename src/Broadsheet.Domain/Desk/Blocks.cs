namespace Broadsheet.Domain.Desk;

/// <summary>A body in its blocks: paragraphs, headings, figures and what else stands by itself.</summary>
public static class Blocks
{
    private static readonly HashSet<string> Void = ["br", "hr", "img"];

    /// <param name="html">As the sanitizer writes it: every element is closed and every value quoted.</param>
    /// <returns>In order, without the white space between them. Text that stands outside of every element is a block too.</returns>
    public static List<string> Of(string html)
    {
        List<string> blocks = [];
        var (start, depth) = (0, 0);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                at++;
                continue;
            }
            var end = EndOf(html, at);
            if (depth == 0 && html[at + 1] != '/' && !IsInline(html, at)) Add(html[start..(start = at)]);
            if (html[at + 1] == '/') depth = Math.Max(0, depth - 1);
            else if (!Void.Contains(NameAt(html, at))) depth++;
            if (depth == 0 && !IsInline(html, at)) Add(html[start..(start = end)]);
            at = end;
        }
        Add(html[start..]);
        return blocks;

        void Add(string block)
        {
            if (block.Trim() is { Length: > 0 } whole) blocks.Add(whole);
        }
    }

    public static string Join(IEnumerable<string> blocks) => string.Join("\n", blocks);

    // Loose words with an emphasis among them are one block.
    private static bool IsInline(string html, int at) => NameAt(html, at) is "a" or "em" or "strong" or "code" or "sup" or "sub" or "span" or "abbr" or "q" or "s" or "u" or "small" or "time" or "br" or "cite";

    private static string NameAt(string html, int at)
    {
        var from = at + (at + 1 < html.Length && html[at + 1] == '/' ? 2 : 1);
        var to = from;
        while (to < html.Length && char.IsAsciiLetterOrDigit(html[to])) to++;
        return html[from..to].ToLowerInvariant();
    }

    /// <summary>After the tag: a ">" in a value does not end it.</summary>
    private static int EndOf(string html, int at)
    {
        var quoted = false;
        for (; at < html.Length; at++)
            if (html[at] == '"') quoted = !quoted;
            else if (html[at] == '>' && !quoted) return at + 1;
        return html.Length;
    }
}
