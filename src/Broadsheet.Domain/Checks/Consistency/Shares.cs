using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>A share told twice, as "12 of 20" and as "70 percent" or "two-thirds"; a change told twice; answers to one question above a hundred.</summary>
internal static partial class Shares
{
    // What rounding and cutting explain, in percentage points; for words such as "two-thirds", that are never meant exactly, more.
    private const decimal Rounding = 1.0m, Loosely = 5.5m, Vaguely = 3.0m;

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.Number | Clues.Share))
        {
            foreach (Match match in OfThenShare().Matches(text)) if (Wrong(match, passage, sheet.Language) is { } finding) yield return finding;
            foreach (Match match in ShareThenOf().Matches(text)) if (Wrong(match, passage, sheet.Language) is { } finding) yield return finding;
            if (Change(passage, text, sheet.Language) is { } change) yield return change;
            if (Answers(passage, text, sheet.Language) is { } answers) yield return answers;
        }
    }

    private static Finding? Wrong(Match match, Passage passage, string language)
    {
        if (Numerals.Value(match.Groups["part"].Value, language) is not { } part || Numerals.Value(match.Groups["whole"].Value, language) is not (> 0 and var whole) || part > whole) return null;
        var share = part / whole * 100;
        var (words, vague) = (match.Groups["share"].Value, match.Groups["vague"].Value.ToLowerInvariant());
        if (Fraction(match, language) is not var (told, slack)) return null;
        var right = vague switch
        {
            "more than" or "over" or "mehr als" or "über" => share > told - 0.05m,
            "less than" or "fewer than" or "under" or "weniger als" or "nearly" or "almost" or "fast" or "knapp" => share < told + slack && share > told - 15,
            "" => Math.Abs(share - told) < slack,
            _ => Math.Abs(share - told) < Math.Max(slack, Vaguely),
        };
        return right ? null : new("share", Severity.Warn, passage.At(match.Value), "{0} of {1} is {2} percent; the text says {3}.", part, whole, Math.Round(share, 1), words);
    }

    private static (decimal Told, decimal Slack)? Fraction(Match match, string language)
    {
        if (match.Groups["percent"].Success) return Numerals.Value(match.Groups["percent"].Value, language) is { } percent ? (percent, match.Groups["percent"].Value.IndexOfAny(['.', ',']) > 0 ? 0.11m : Rounding) : null;
        return match.Groups["share"].Value.ToLowerInvariant().Replace(' ', '-') switch
        {
            "half" or "one-half" or "die-hälfte" => (50, Loosely),
            "a-third" or "one-third" or "ein-drittel" => (100m / 3, Loosely),
            "two-thirds" or "zwei-drittel" => (200m / 3, Loosely),
            "a-quarter" or "one-quarter" or "ein-viertel" => (25, Loosely),
            "three-quarters" or "drei-viertel" => (75, Loosely),
            "a-fifth" or "one-fifth" or "ein-fünftel" => (20, Loosely),
            _ => null,
        };
    }

    // "rose 20 percent, from 500 boats to 600"
    private static Finding? Change(Passage passage, string text, string language)
    {
        if (PercentChange().Match(text) is not { Success: true } match) return null;
        if (Numerals.Value(match.Groups["percent"].Value, language) is not { } told || Numerals.Value(match.Groups["from"].Value, language) is not (> 0 and var from) || Numerals.Value(match.Groups["to"].Value, language) is not { } to) return null;
        var change = Math.Abs(to - from) / from * 100;
        // What is given in millions has been rounded before it was divided.
        return Math.Abs(change - told) < 1.5m + change * 0.1m ? null
            : new("share", Severity.Warn, passage.At(match.Value), "From {0} to {1} is a change of {2} percent; the text says {3}.", from, to, Math.Round(change, 1), told);
    }

    // Shares of one question exclude each other; of two groups of people they do not.
    private static Finding? Answers(Passage passage, string text, string language)
    {
        List<(string Answer, decimal Value)> all = [];
        foreach (Match match in Answer().Matches(text))
            if (Numerals.Value(match.Groups["percent"].Value, language) is { } value) all.Add((match.Groups["answer"].Value.ToLowerInvariant(), value));
        if (all.Count < 2 || all.Select(a => a.Answer).Distinct().Count() < all.Count) return null;
        var sum = all.Sum(a => a.Value);
        return sum <= 100 + all.Count * 0.5m + 0.5m ? null : new("percent", Severity.Warn, passage.At(text), "The answers make {0} percent together.", sum);
    }

    private const string Percent = $@"(?:(?<percent>{Numerals.Pattern}|(?<![\p{{L}}\d.,])\d+(?:[.,]\d+)?)[ ]?(?:%|percent|per[ ]cent|Prozent))";
    private const string Share = $@"(?<share>{Percent}|one[- ]half|half|a third|one[- ]third|two[- ]thirds|a quarter|one[- ]quarter|three[- ]quarters|a fifth|one[- ]fifth|die Hälfte|zwei Drittel|ein Drittel|drei Viertel|ein Viertel|ein Fünftel)(?![\p{{L}}-])";
    private const string Vague = @"(?:(?<vague>about|around|roughly|some|more than|over|less than|fewer than|under|nearly|almost|mehr als|über|weniger als|fast|knapp|rund|etwa)[ ])?";
    private const string Of = $@"(?<part>{Numerals.Pattern})[ ](?:(?:out[ ])?of|von)[ ](?:the[ ]|its[ ]|all[ ]|den[ ])?(?<whole>{Numerals.Pattern})(?![ ]?(?:%|percent|per cent|Prozent))";

    [GeneratedRegex($@"{Of}(?:[ ][\p{{L}}'’-]+){{0,3}}?(?:[ ]?\(|,[ ]or[ ]|,[ ]oder[ ]|,[ ]|[ ][–—][ ]|[ ]?—[ ]?){Vague}{Share}(?![ ](?:of|von|more|less|fewer|mehr|weniger))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfThenShare();

    [GeneratedRegex($@"{Vague}{Share}(?:[ ]?\(|,[ ]or[ ]){Of}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShareThenOf();

    [GeneratedRegex($@"(?:rose|rise|grew|growth|increased?|up|fell|fall|dropped|declined?|down|stieg\w*|sank\w*|wuchs\w*)[ ](?:by[ ]|of[ ]|um[ ])?{Percent}(?:,|[ ]\p{{L}}+,?)?[ ](?:from|von)[ ](?<from>{Numerals.Pattern})(?![ ]?(?:%|percent|per cent|Prozent|million|billion|Mio|Mrd))(?:[ ]\p{{L}}+)?[ ](?:to|auf)[ ](?<to>{Numerals.Pattern})(?![ ]?(?:%|percent|per cent|Prozent|million|billion|Mio|Mrd))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PercentChange();

    [GeneratedRegex($@"{Percent}[ ](?:(?:were|was|are|said|voted|is|waren|sagten|stimmten|sind|mit)[ ])?(?:of (?:those asked|voters|respondents)[ ])?(?:said[ ]|voted[ ]|were[ ]|are[ ])?(?<answer>in favou?r|for|against|yes|no|undecided|unsure|did not know|no opinion|abstained|dafür|dagegen|unentschlossen|Ja|Nein)(?![\p{{L}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}
