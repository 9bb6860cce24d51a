using System.Text.RegularExpressions;

namespace Broadsheet.Bench.Edits;

/// <summary>The articles that a page names by their headlines.</summary>
internal static partial class Headlines
{
    /// <summary>Their addresses, in the order of the page.</summary>
    public static IEnumerable<string> In(string page) => Link().Matches(page).Select(link => link.Groups[1].Value);

    /// <summary>Those under "Read also".</summary>
    public static IEnumerable<string> ReadAlso(string page) => In(ReadAlsoPart().Match(page).Value).Distinct();

    [GeneratedRegex("<h\\d class=\"headline\"><a href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<section class=\"read-also.*?</section>", RegexOptions.Singleline)]
    private static partial Regex ReadAlsoPart();
}
