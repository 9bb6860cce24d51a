namespace Broadsheet.Domain.Checks;

/// <summary>Cuts a passage into sentences. A full stop after a title, an initial, an abbreviation or a German ordinal ends none.</summary>
internal static class SentenceScan
{
    private static readonly HashSet<string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "sgt", "lt", "col", "gen", "capt", "cllr", "rev", "hon", "gov", "sen", "rep", "jr", "sr", "vs", "no", "nr", "inc", "ltd", "co", "corp", "dept",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "e.g", "i.e", "u.s", "u.k", "a.m", "p.m", "z.b", "d.h", "u.a", "bzw", "ca", "usw", "mio", "mrd", "str", "geb", "mo", "di", "mi", "do", "fr", "sa", "so", "approx", "est",
    };

    public static IReadOnlyList<string> Split(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || text[at] is '.' or '!' or '?' or '।' && EndsAt(text, start, at)) Cut(at + 1);
        }
        Cut(text.Length);
        return sentences;

        void Cut(int end)
        {
            // Closing quotation marks and brackets belong to the sentence before them.
            while (end < text.Length && text[end] is '"' or '”' or '“' or '’' or ')' or '»' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]))) end++;
            if (end <= start) return;
            if (text.AsSpan(start, end - start).Trim() is { Length: > 0 } sentence) sentences.Add(sentence.ToString());
            start = end;
        }
    }

    private static bool EndsAt(string text, int start, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '“' or '’' or ')' or '»') next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next == text.Length) return true;
        if (text[at] != '.') return true;
        if (char.IsLower(text[next])) return false;
        var from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not '(' and not '"' and not '“') from--;
        var word = text.AsSpan(from, at - from);
        if (word.Length == 1 && char.IsUpper(word[0])) return false;
        if (word is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9']) return !char.IsLetter(text[next]) || !IsMonth(text, next);
        return !Short.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool IsMonth(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return Almanac.Month(text[at..end]) is not null;
    }
}
