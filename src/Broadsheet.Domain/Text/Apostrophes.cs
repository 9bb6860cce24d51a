namespace Broadsheet.Domain.Text;

/// <summary>Takes the apostrophes out of a word: Merkel's is Merkel, don't is dont, O'Neill is oneill.</summary>
internal static class Apostrophes
{
    public static Span<char> Drop(Span<char> word)
    {
        if (word.IndexOf('\'') < 0) return word;
        if (word is [.. var owner, '\'', 's']) word = owner;

        var kept = 0;
        foreach (var c in word)
            if (c != '\'') word[kept++] = c;
        return word[..kept];
    }
}
