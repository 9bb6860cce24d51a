namespace Broadsheet.Domain.Text;

/// <summary>Cuts endings off folded words so that a singular finds its plural. Works in place.</summary>
internal static class Stems
{
    public static Span<char> Cut(Span<char> word, string primaryLanguage) => primaryLanguage switch
    {
        "en" => EnglishStem.Cut(word),
        "de" => GermanStem.Cut(word),
        "hi" => HindiStem.Cut(word),
        "ar" => ArabicStem.Cut(word),
        _ => word,
    };

    /// <summary>Takes off the first ending that fits and leaves at least <paramref name="keep"/> characters.</summary>
    public static Span<char> DropEnding(Span<char> word, ReadOnlySpan<string> endings, int keep)
    {
        foreach (var ending in endings)
            if (word.Length - ending.Length >= keep && word.EndsWith(ending))
                return word[..^ending.Length];
        return word;
    }
}
