namespace Broadsheet.Domain.Text;

/// <summary>Plurals, -ed, -ing and a closing e or y. Light on purpose: a news desk must not confuse police and policy.</summary>
internal static class EnglishStem
{
    private const int Shortest = 3;

    public static Span<char> Cut(Span<char> word) =>
        word.Length > Shortest ? DropE(YToI(DropVerb(DropPlural(word)))) : word;

    private static Span<char> DropPlural(Span<char> word) => word switch
    {
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] => word[..^2],
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] or "news" => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static Span<char> DropVerb(Span<char> word) => word switch
    {
        [.., 'i', 'e', 'd'] when word.Length > 4 => word[..^1],
        [.. var verb, 'i', 'n', 'g'] when IsVerb(verb) => DropDouble(verb),
        [.. var verb, 'e', 'd'] when IsVerb(verb) => DropDouble(verb),
        _ => word,
    };

    /// <summary>"king" and "bred" keep their ends: what is left must be speakable.</summary>
    private static bool IsVerb(Span<char> verb) => verb.Length >= Shortest && verb.IndexOfAny("aeiouy") >= 0;

    private static Span<char> DropDouble(Span<char> verb) =>
        verb[^1] == verb[^2] && verb[^1] is not ('l' or 's' or 'z' or 'e') ? verb[..^1] : verb;

    /// <summary>Policy meets policies, which lost its s and will lose its e.</summary>
    private static Span<char> YToI(Span<char> word)
    {
        if (word is [.., not ('a' or 'e' or 'o' or 'u'), 'y']) word[^1] = 'i';
        return word;
    }

    private static Span<char> DropE(Span<char> word) => word is [.. var stem, 'e'] && stem.Length > Shortest ? stem : word;
}
