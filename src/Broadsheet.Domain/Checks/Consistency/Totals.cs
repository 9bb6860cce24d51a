using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Parts that do not add up to the total told beside them.</summary>
internal static partial class Totals
{
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "man", "men", "woman", "women", "boy", "boys", "girl", "girls", "child", "children", "adult", "adults", "teenager", "teenagers", "baby", "babies", "pensioner", "pensioners",
        "mann", "männer", "männern", "frau", "frauen", "junge", "jungen", "mädchen", "kind", "kinder", "kindern", "erwachsene", "erwachsenen", "jugendliche", "jugendlichen",
    };

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.TwoNumbers | Clues.People))
        {
            foreach (Match match in PartsFirst().Matches(text))
                if (Wrong(match, passage, sheet.Language, exact: true) is { } finding) yield return finding;
            foreach (Match match in TotalFirst().Matches(text))
                if (Wrong(match, passage, sheet.Language, exact: !match.Groups["including"].Success) is { } finding) yield return finding;
        }
    }

    private static Finding? Wrong(Match match, Passage passage, string language, bool exact)
    {
        if (Numerals.Value(match.Groups["total"].Value, language) is not { } total) return null;
        List<decimal?> parts = [.. match.Groups["part"].Captures.Select(c => Numerals.Value(c.Value, language))];
        var kinds = match.Groups["kind"].Captures;
        if (parts.Contains(null) || parts.Count < (exact ? 2 : 1)) return null;
        // Without a bracket or "in all" only kinds of people are parts of a number of people.
        if (!match.Groups["sure"].Success && !kinds.All(k => Kinds.Contains(k.Value))) return null;
        var sum = parts.Sum()!.Value;
        if (exact ? sum == total : sum <= total) return null;
        return exact
            ? new("total", Severity.Warn, passage.At(match.Value), "“{0}”: the parts make {1}, the total is {2}.", match.Value, sum, total)
            : new("total", Severity.Warn, passage.At(match.Value), "“{0}”: {1} cannot be among {2}.", match.Value, sum, total);
    }

    private const string Part = $@"(?<part>{Numerals.PatternOrOne})[ ](?:(?!and\b|und\b|including\b)\p{{Ll}}+[ ])?(?<kind>\p{{L}}+)";
    private const string List = $@"{Part}(?:,[ ]{Part})*(?:,?[ ](?:and|und)[ ]{Part})";

    [GeneratedRegex($@"{List},?[ ](?<sure>a total of|making|altogether|insgesamt|zusammen)[ ](?<total>{Numerals.Pattern})\b|{List},[ ](?:or[ ])?(?<total>{Numerals.Pattern})(?:[ ]\p{{L}}+)?[ ](?<sure>in all|in total|all told|altogether|insgesamt)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartsFirst();

    [GeneratedRegex($@"(?<total>{Numerals.Pattern})[ ](?:\p{{Ll}}+[ ])?(?:people|persons|passengers|residents|victims|suspects|students|pupils|members|patients|others|survivors|hikers|tourists|Menschen|Personen|Passagiere|Fahrgäste|Schüler|Mitglieder|Verletzte|Tote)\b(?:[^.;:,–—(]{{0,60}}(?<sure>:)[ ]|[ ]?(?<sure>[(–—])[ ]?|,[ ](?<including>(?:including|among them|darunter)[ ])|[ ](?<including>(?:including|darunter)[ ])|,[ ])(?:{List}|{Part})(?=[,.;)–— ]|$)(?<![ ](?:and|und))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TotalFirst();
}
