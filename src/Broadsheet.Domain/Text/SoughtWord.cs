namespace Broadsheet.Domain.Text;

/// <summary>
/// A word that a reader searches for. Nobody says in which language, so it is asked for in every form that one of the
/// paper's languages gives it: whoever finds one of them has found the word.
/// </summary>
public sealed record SoughtWord(IReadOnlyList<string> Forms)
{
    // Those with rules of their own about endings; any other language leaves a word as it is.
    private static readonly string[] Languages = ["en", "de", "hi", "ar", "und"];

    /// <summary>The words of a query, each once, in its order.</summary>
    public static IEnumerable<SoughtWord> In(string query) =>
        Words.In(query, "und").Distinct().Select(word => new SoughtWord([.. Languages.SelectMany(l => Words.In(word, l)).Distinct()]));
}
