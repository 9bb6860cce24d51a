namespace Broadsheet.Domain.Text;

/// <summary>The article, what is written onto it, and number and possessor at the end, after Larkey's "light10".</summary>
internal static class ArabicStem
{
    private static readonly string[] Beginnings = ["وال", "بال", "كال", "فال", "ال", "لل"];
    private static readonly string[] Endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    public static Span<char> Cut(Span<char> word) => Stems.DropEnding(DropBeginning(word), Endings, keep: 2);

    private static Span<char> DropBeginning(Span<char> word)
    {
        foreach (var beginning in Beginnings)
            if (word.Length - beginning.Length >= 2 && word.StartsWith(beginning))
                return word[beginning.Length..];
        return word is ['و', .. var rest] && rest.Length >= 3 ? rest : word;
    }
}
