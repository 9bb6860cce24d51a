namespace Broadsheet.Domain.Text;

/// <summary>Inflected endings of nouns and adjectives; umlauts are already folded, so Häuser becomes haus.</summary>
internal static class GermanStem
{
    private static readonly string[] Endings = ["ern", "em", "en", "er", "es", "e", "s"];

    public static Span<char> Cut(Span<char> word) => Stems.DropEnding(word, Endings, keep: 4);
}
