using System.Buffers;
using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>The form under which a word is kept and looked up: folded, then cut to its stem.</summary>
internal static class WordForm
{
    /// <returns>Empty when nothing is left, as of a lone joiner.</returns>
    public static string Of(ReadOnlySpan<char> word, string primaryLanguage)
    {
        // Nearly all words of most papers: no allocation but the word itself.
        Span<char> plain = stackalloc char[word.Length];
        var isAscii = Ascii.ToLower(word, plain, out _) == OperationStatus.Done;
        var folded = isAscii ? plain : Folding.Fold(word).ToCharArray();
        return Stems.Cut(Apostrophes.Drop(folded), primaryLanguage).ToString();
    }
}
