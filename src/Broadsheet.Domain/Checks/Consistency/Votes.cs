using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Votes that more people cast than there are, that fewer won, or that leave out some of all.</summary>
internal static partial class Votes
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.TwoNumbers | Clues.Vote))
        {
            var language = sheet.Language;
            if (Body().Match(text) is { Success: true } body && Numerals.Value(body.Groups["seats"].Value, language) is { } seats)
                foreach (Match vote in Tally().Matches(text[body.Index..]))
                    if (Sum(vote, language) is { } cast && cast > seats)
                        yield return new("vote", Severity.Warn, passage.At(vote.Value), "“{0}” makes {1} votes; there are {2} seats.", vote.Value, cast, seats);
            if (Carried().Match(text) is { Success: true } won && Tally().Match(text, won.Index) is { Success: true } tally && tally.Index - won.Index < 80 && !Rejected().IsMatch(text)
                && Numerals.Value(tally.Groups["for"].Value, language) is { } yes && Numerals.Value(tally.Groups["against"].Value, language) is { } no && yes < no && IsVote(text, tally))
                yield return new("vote", Severity.Warn, passage.At(tally.Value), "It was carried, and “{0}” has fewer votes for it than against.", tally.Value);
            if (AllVoted().Match(text) is { Success: true } all && Numerals.Value(all.Groups["seats"].Value, language) is { } members)
            {
                List<decimal> parts = [.. ForAgainst().Matches(text[(all.Index + all.Length)..]).Select(m => Numerals.Value(m.Groups["n"].Value, language)).OfType<decimal>()];
                if (parts.Count >= 2 && parts.Sum() != members) yield return new("vote", Severity.Warn, passage.At(all.Value), "All {0} voted; the votes told make {1}.", members, parts.Sum());
            }
        }
    }

    // "won 3-5" in sport is no vote: a council, a board or the word has to be there.
    private static bool IsVote(string text, Match tally) => tally.Value.Contains("vote", StringComparison.OrdinalIgnoreCase) || tally.Value.Contains("Stimmen", StringComparison.OrdinalIgnoreCase) || VoteWord().IsMatch(text);

    private static decimal? Sum(Match vote, string language) =>
        Numerals.Value(vote.Groups["for"].Value, language) + Numerals.Value(vote.Groups["against"].Value, language);

    private const string Seats = $@"(?<seats>\d{{1,4}}|{Numerals.Pattern})";

    [GeneratedRegex($@"{Seats}(?:-|[ ])(?:member|seat|strong|köpfige\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex($@"(?<![\d-])(?<for>\d{{1,4}})[-–](?<against>\d{{1,4}})(?![\d-]|[ ](?:year|seat|member|season))|(?<for>{Numerals.Pattern})[ ](?:votes?[ ])?to[ ](?<against>{Numerals.Pattern})(?:[ ]votes?)?|(?<for>{Numerals.Pattern})[ ](?:zu|gegen)[ ](?<against>{Numerals.Pattern})[ ]Stimmen|(?<for>{Numerals.Pattern})[ ]Stimmen[ ](?:zu|gegen)[ ](?<against>{Numerals.Pattern})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tally();

    [GeneratedRegex(@"\b(?:approved|passed|adopted|carried|accepted|angenommen|beschlossen|gebilligt)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Carried();

    [GeneratedRegex(@"\b(?:rejected|defeated|failed|abgelehnt|refused)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"\b(?:votes?|voted|council|board|committee|senate|parliament|Rat|Ausschuss|Stimmen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VoteWord();

    [GeneratedRegex($@"\b(?:all|alle)[ ](?:the[ ]|of the[ ])?{Seats}[ ](?:members|councillors|councilors|senators|delegates|Mitglieder|Ratsmitglieder)[ ](?:voted|cast|stimmten)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllVoted();

    [GeneratedRegex($@"(?<n>{Numerals.Pattern})[ ](?:voted[ ])?(?:were[ ])?(?:for|in favou?r|against|abstained|abstentions?|dafür|dagegen|enthielten|Enthaltung(?:en)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForAgainst();
}
