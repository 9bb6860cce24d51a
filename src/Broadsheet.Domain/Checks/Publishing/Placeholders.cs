using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>Words that a writer put where others were to come.</summary>
internal static partial class Placeholders
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var passage in sheet.Passages)
            foreach (Match match in Marks().Matches(passage.Text))
                if (!IsName(passage.Text, match)) yield return Of(passage, match);
        foreach (var picture in sheet.Body.Pictures)
            if (picture.Alt is { } alt && Marks().Match(alt) is { Success: true } match)
                yield return Of(new Passage("body", picture.Paragraph, PassageKind.Caption, alt), match);
    }

    private static Finding Of(Passage passage, Match match) =>
        new("placeholder", Severity.Refuse, passage.At(match.Value), "“{0}” stands where other words were to come.", match.Value);

    // "TK Maxx" is a shop and "Super Bowl XXX" an event: a bare mark between two words of a name is none.
    private static bool IsName(string text, Match match)
    {
        if (match.Value == "TK") return text[match.Index..] is ['T', 'K', ' ', >= 'A' and <= 'Z', >= 'a' and <= 'z', ..];
        return match.Value == "XXX" && BeforeNumeral().IsMatch(text[..match.Index]);
    }

    [GeneratedRegex(@"\[\[[^\[\]]{1,120}\]\]|\[(?:TK|TBC|TBD|TODO|link|name|Name)\]|(?<![\p{L}\d])(?:TKTK(?:TK)*|TKs?|XXX+|TODO|FIXME|TBC|TBD)(?![\p{L}\d])|(?i:lorem\s+ipsum)|\?\?\?+")]
    private static partial Regex Marks();

    // A Roman thirty follows the name of what is counted.
    [GeneratedRegex(@"\p{Lu}\p{Ll}+ $")]
    private static partial Regex BeforeNumeral();
}
