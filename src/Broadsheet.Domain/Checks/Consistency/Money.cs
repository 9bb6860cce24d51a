using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>One amount told in two currencies, as if they were worth the same.</summary>
internal static partial class Money
{
    // A round small price may well be asked in two countries; an amount of two digits or with a million behind it is the same one.
    private const decimal Telling = 1000;

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        Dictionary<decimal, (string Currency, string Sentence, string Words)> told = [];
        foreach (var (passage, text, _) in sheet.With(Clues.Number | Clues.Money))
            foreach (Match match in Amounts().Matches(text))
            {
                if (Numerals.Value(match.Groups["n"].Value, sheet.Language) is not { } number) continue;
                var amount = number * Scale(match.Groups["scale"].Value);
                if (amount < Telling) continue;
                var currency = Currency(match.Groups["sign"].Success ? match.Groups["sign"].Value : match.Groups["word"].Value);
                if (!told.TryGetValue(amount, out var first)) told[amount] = (currency, text, match.Value);
                else if (first.Currency != currency && first.Sentence != text)
                    yield return new("money", Severity.Warn, passage.At(match.Value), "“{0}” here, and “{1}” elsewhere.", match.Value, first.Words);
            }
    }

    private static decimal Scale(string word) => word.ToLowerInvariant() switch
    {
        "" => 1, "thousand" or "k" or "tausend" => 1_000, "million" or "m" or "mn" or "millionen" or "mio" or "mio." => 1_000_000, _ => 1_000_000_000,
    };

    private static string Currency(string sign) => sign.ToLowerInvariant() switch
    {
        "$" or "dollar" or "dollars" => "$", "€" or "euro" or "euros" => "€", "£" or "pound" or "pounds" or "pfund" => "£", var other => other.TrimEnd('s'),
    };

    [GeneratedRegex(@"(?<![A-Z])(?<sign>[$€£])[ ]?(?<n>\d[\d,.]*\d|\d)(?:[ ]?(?<scale>million|billion|thousand|m|mn|bn|k)(?!\p{L}))?|(?<![\p{L}\d.,$€£])(?<n>\d[\d,.]*\d|\d)[ ](?:(?<scale>million|billion|thousand|Millionen|Million|Milliarden|Mio\.?|Mrd\.?|Tausend)[ ])?(?<word>dollars?|euros?|pounds|Pfund|francs|Franken|rupees|yen)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();
}
