using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Spans of years that end before they begin, and "in 1976, 50 years ago" against the day of the piece.</summary>
internal static partial class Years
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.TwoNumbers))
        {
            foreach (Match match in Spans().Matches(text))
                if (Year(match, "to") < Year(match, "from")) yield return new("span", Severity.Warn, passage.At(match.Value), "“{0}” ends before it begins.", match.Value);
            if (sheet.Facts.Date is not { } today) continue;
            foreach (Match match in Ago().Matches(text))
            {
                if (Numerals.Value(match.Groups["ago"].Value, sheet.Language) is not { } ago || Vague().IsMatch(text[..match.Groups["ago"].Index])) continue;
                var years = today.Year - Year(match, "year");
                if (years > 0 && Math.Abs(years - ago) > 1) yield return new("years-ago", Severity.Warn, passage.At(match.Value), "{0} was {1} years ago, not {2}.", Year(match, "year"), years, ago);
            }
        }
    }

    private static int Year(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private const string Four = @"(?:1[5-9]|20)\d\d(?!\d|[.,]\d|[ ](?:people|dollars|euros|votes|Menschen|Euro|Stimmen|feet|metres|meters))";

    [GeneratedRegex($@"\b(?:from|von)[ ](?<from>{Four})[ ](?:to|until|through|bis)[ ](?<to>{Four})|\b(?:between|zwischen)[ ](?<from>{Four})[ ](?:and|und)[ ](?<to>{Four})|\((?<from>{Four})[ ]?[-–—][ ]?(?<to>{Four})\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spans();

    [GeneratedRegex($@"\b(?:in|since)[ ](?<year>{Four}),[ ](?<ago>{Numerals.Pattern})[ ]years[ ]ago\b|\b(?<ago>{Numerals.Pattern})[ ]years[ ]ago,[ ]in[ ](?<year>{Four})|\bvor[ ](?<ago>{Numerals.Pattern})[ ]Jahren,[ ](?:im[ ]Jahr[ ])?(?<year>{Four})|\b(?:im[ ]Jahr[ ])?(?<year>{Four}),[ ](?:also[ ])?vor[ ](?<ago>{Numerals.Pattern})[ ]Jahren", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ago();

    [GeneratedRegex(@"\b(?:about|some|nearly|almost|over|more than|around|fast|rund|etwa|über)[ ]$", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();
}
