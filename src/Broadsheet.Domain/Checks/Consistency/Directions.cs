using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>What is said to rise and falls, or the other way round.</summary>
internal static partial class Directions
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.TwoNumbers | Clues.Change))
            foreach (Match match in Change().Matches(text))
            {
                if (Numerals.Value(match.Groups["from"].Value, sheet.Language) is not { } from || Numerals.Value(match.Groups["to"].Value, sheet.Language) is not { } to || from == to) continue;
                if (Unit(match, "fromUnit") != Unit(match, "toUnit")) continue;
                var rises = match.Groups["up"].Success;
                if (rises == to > from) continue;
                yield return new("direction", Severity.Warn, passage.At(match.Value), rises ? "“{0}” is said to rise, and falls." : "“{0}” is said to fall, and rises.", match.Value);
            }
    }

    // "from 900,000 to 1.2 million" has two units and cannot be compared by its figures; a place in a table rises as its number falls.
    private static string Unit(Match match, string group) => match.Groups[group] is { Success: true } unit && Scales().IsMatch(unit.Value) ? unit.Value.ToLowerInvariant() : "";

    private const string Figure = $@"[$€£]?(?:{Numerals.Pattern}|(?<=[$€£])\d[\d.,]*\d|(?<=[$€£])\d)";

    [GeneratedRegex($@"\b(?:(?<up>rose|rises|risen|grew|grown|increased|climbed|jumped|stieg(?:en)?|gestiegen|wuchs(?:en)?)|(?<down>fell|fallen|dropped|declined|decreased|shrank|sank(?:en)?|gesunken|fiel(?:en)?))[ ](?:(?:sharply|slightly|again|steadily)[ ])?(?:from|von)[ ][$€£]?(?<from>{Numerals.Pattern}|(?<=[$€£])\d[\d.,]*)(?:[ ]?(?<fromUnit>%|\p{{L}}+))?[ ](?:to|auf)[ ](?!No|number|place|th)[$€£]?(?<to>{Numerals.Pattern}|(?<=[$€£])\d[\d.,]*\d|(?<=[$€£])\d)(?:[ ]?(?<toUnit>%|\p{{L}}+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex("^(?:million|billion|trillion|thousand|hundred|Millionen|Milliarden|Tausend|Mio|Mrd|m|bn|cents?|a|p)$", RegexOptions.IgnoreCase)]
    private static partial Regex Scales();
}
