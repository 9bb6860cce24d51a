using System.Buffers;
using System.Net;
using Broadsheet.Domain.Text;

namespace Broadsheet.Web.Features.Search;

/// <summary>The part of a text that shows why a search found it. One for a whole page of hits, since it remembers what it has looked at.</summary>
public sealed class Passage
{
    private const int Length = 220, WordsBefore = 8, SignsBefore = 200, Enough = 1_000, Beginning = 3;

    private readonly HashSet<string> sought;
    private readonly SearchValues<string> beginnings;
    private readonly Dictionary<string, Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>>> looked = [];

    /// <param name="sought">Index words, as <see cref="Words"/> makes them.</param>
    public Passage(IEnumerable<string> sought)
    {
        this.sought = [.. sought];
        beginnings = SearchValues.Create([.. this.sought.Select(word => word[..Math.Min(Beginning, word.Length)])], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>HTML: from a few words before the first of those sought, which are marked; the beginning when the text has none.</summary>
    /// <param name="body">Clean HTML.</param>
    public string In(string body, string language)
    {
        if (!looked.TryGetValue(language, out var known)) looked[language] = known = new Dictionary<string, bool>().GetAlternateLookup<ReadOnlySpan<char>>();
        bool IsSought(ReadOnlySpan<char> word) =>
            known.TryGetValue(word, out var isSought) ? isSought : known[word] = Words.In(word.ToString(), language).Any(sought.Contains);

        var hit = Hit(body, IsSought);
        var from = hit is { } found ? Before(body, found) : 0;
        var text = PlainText.Of(hit is { } at ? body[from..EndOfTag(body, at + Enough)] : body);
        var start = Start(text, IsSought);
        var part = PlainText.Shorten(text.Substring(start, Math.Min(Length + 1, text.Length - start)).Replace('\n', ' '), Length);
        return (from > 0 || start > 0 ? "… " : "") + string.Join(' ', part.Split(' ').Select(word => IsSought(word) ? $"<mark>{WebUtility.HtmlEncode(word)}</mark>" : WebUtility.HtmlEncode(word)));
    }

    /// <summary>Where the first word sought stands. Most endings change the end of a word, so its beginning finds it fast.</summary>
    /// <returns>Null when no word was found thus: it may still be there under another form.</returns>
    private int? Hit(string body, Func<ReadOnlySpan<char>, bool> isSought)
    {
        for (var at = 0; body.AsSpan(at).IndexOfAny(beginnings) is >= 0 and var next; at += next + 1)
        {
            var hit = at + next;
            if (hit > 0 && char.IsLetterOrDigit(body[hit - 1])) continue;
            var end = hit;
            while (end < body.Length && char.IsLetterOrDigit(body[end])) end++;
            if (isSought(body.AsSpan(hit, end - hit)) && !IsInTag(body, hit)) return hit;
        }
        return null;
    }

    /// <summary>A few words before the hit, between two words or two tags.</summary>
    private static int Before(string body, int hit)
    {
        if (hit <= SignsBefore) return 0;
        var gap = body.AsSpan(hit - SignsBefore, SignsBefore).IndexOfAny(' ', '\n', '>');
        if (gap < 0) return hit;
        var from = hit - SignsBefore + gap + 1;
        return IsInTag(body, from) ? EndOfTag(body, from) : from;
    }

    private static bool IsInTag(string body, int at) => body.AsSpan(0, at).LastIndexOfAny('<', '>') is >= 0 and var sign && body[sign] == '<';

    private static int EndOfTag(string body, int at) => at < body.Length && body.IndexOf('>', at) is >= 0 and var end ? end + 1 : body.Length;

    private static int Start(string text, Func<ReadOnlySpan<char>, bool> isSought)
    {
        Span<int> starts = stackalloc int[WordsBefore + 1];
        for (int at = 0, word = 0; at < text.Length; word++)
        {
            starts[word % starts.Length] = at;
            var length = text.AsSpan(at).IndexOfAny(' ', '\n') is >= 0 and var space ? space : text.Length - at;
            if (isSought(text.AsSpan(at, length))) return word < starts.Length ? 0 : starts[(word + 1) % starts.Length];
            at += length + 1;
        }
        return 0;
    }
}
