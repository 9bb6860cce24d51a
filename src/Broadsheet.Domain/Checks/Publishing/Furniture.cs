using Broadsheet.Domain.Articles;

namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>What belongs around the text: headline, standfirst, byline, section.</summary>
internal static class Furniture
{
    /// <summary>Beyond it a headline does not fit a card, a search result or a phone.</summary>
    public const int LongHeadline = 110;

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        var copy = sheet.Copy;
        if (string.IsNullOrWhiteSpace(copy.Headline)) yield return new("headline", Severity.Refuse, new("headline"), "There is no headline.");
        else if (copy.Headline.Length > LongHeadline) yield return new("headline", Severity.Warn, new("headline"), "The headline has {0} characters; beyond {1} it is cut in lists and search results.", copy.Headline.Length, LongHeadline);
        if (string.IsNullOrWhiteSpace(copy.Standfirst)) yield return new("standfirst", Severity.Hint, new("standfirst"), "There is no standfirst: lists, feeds and shared links show the beginning of the text.");
        if (copy.Credits is not { Count: > 0 } credits) yield return new("byline", Severity.Warn, new("byline"), "Nobody is named as the author.");
        else if (credits.Any(c => string.IsNullOrWhiteSpace(c.Name))) yield return new("byline", Severity.Warn, new("byline"), "An author has no name.");
        if (copy.SectionId <= 0 || !sheet.Facts.SectionIsKnown) yield return new("section", Severity.Refuse, new("section"), "The piece belongs to no section.");
        if (sheet.Body.Passages.All(p => p.Text.Length == 0)) yield return new("body", Severity.Refuse, new("body"), "There is no text.");
    }
}
