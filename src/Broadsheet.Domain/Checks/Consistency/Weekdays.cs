using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>A weekday beside a date that was or will be another one, and days that no month has.</summary>
internal static partial class Weekdays
{
    // So near to the day of the piece a date without a year is meant of the nearest year; further off, of the last or the next.
    private const int Near = 60;

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var (passage, text, _) in sheet.With(Clues.Number | Clues.Month))
            foreach (Match match in Dates().Matches(text))
                if (Wrong(match, text, passage, sheet) is { } finding) yield return finding;
    }

    private static Finding? Wrong(Match match, string text, Passage passage, Sheet sheet)
    {
        if (!int.TryParse(match.Groups["day"].Value, out var day) || Almanac.Month(match.Groups["month"].Value) is not { } month || IsRange(text, match)) return null;
        int? year = match.Groups["year"] is { Success: true } y ? int.Parse(y.Value, CultureInfo.InvariantCulture) : null;
        var words = match.Value.Trim();
        // "May 32" is a verb or a page before it is a date; without a year only what nearly is a day counts.
        if (day is 0 or > 31) return null;
        if (Almanac.Day(year ?? 2024, month, day) is null) return new("date", Severity.Warn, passage.At(words), "There is no such day as {0}.", words);
        if (!match.Groups["weekday"].Success) return null;
        var weekday = Almanac.Weekday(match.Groups["weekday"].Value);
        List<DateOnly> meant = [.. Years(year, month, day, passage, sheet.Facts.Date).Select(y => Almanac.Day(y, month, day)).OfType<DateOnly>()];
        if (meant.Count == 0 || meant.Any(d => d.DayOfWeek == weekday)) return null;
        return new("weekday", Severity.Warn, passage.At(words), "“{0}”: that day is a {1}.", words, meant[0].ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<int> Years(int? year, int month, int day, Passage passage, DateOnly? today)
    {
        if (year is { } told) return [told];
        // A year that the passage names may be the one that is meant.
        List<int> named = [.. FourDigits().Matches(passage.Text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        if (today is not { } now) return [];
        List<DateOnly> around = [.. new[] { now.Year - 1, now.Year, now.Year + 1 }.Select(y => Almanac.Day(y, month, day)).OfType<DateOnly>()];
        if (around.Count == 0) return named;
        var nearest = around.MinBy(d => Math.Abs(d.DayNumber - now.DayNumber));
        if (Math.Abs(nearest.DayNumber - now.DayNumber) <= Near) return [nearest.Year, .. named];
        return [.. around.Where(d => Math.Abs(d.DayNumber - now.DayNumber) <= 366).OrderBy(d => Math.Abs(d.DayNumber - now.DayNumber)).Select(d => d.Year), .. named];
    }

    // Of "Saturday and Sunday, 7 and 8 March" each weekday has a day of its own.
    private static bool IsRange(string text, Match match) =>
        BeforeRange().IsMatch(text[..match.Index]) || AfterRange().IsMatch(text[(match.Index + match.Length)..]) || match.Groups["more"].Success;

    private const string Start = $@"(?<![\p{{L}}\d])(?:(?<weekday>{Almanac.Weekdays})(?:\.?,?[ \u00A0]+|\.?[ \u00A0]*\()(?:the[ ]|dem[ ]|den[ ]|der[ ])?)?";
    private const string DayFirst = $@"(?<day>\d{{1,2}})(?<more>[ ]?(?:[-–/]|and|to|und|bis)[ ]?\d{{1,2}}\.?)?(?:st|nd|rd|th|\.)?(?:[ \u00A0](?:of[ ])?)(?<month>{Almanac.Months})(?![\p{{L}}\p{{M}}])\.?(?:,?[ \u00A0](?<year>\d{{4}})(?!\d))?";
    private const string MonthFirst = $@"(?<month>{Almanac.Months})\.?[ \u00A0](?<day>\d{{1,2}})(?!\d|[.,:]\d|[ ]?%)(?:st|nd|rd|th)?(?<more>[ ]?(?:[-–/]|and|to)[ ]?\d{{1,2}}(?!\d))?(?:,?[ \u00A0](?<year>\d{{4}})(?!\d))?";

    [GeneratedRegex($"{Start}(?:{DayFirst}|{MonthFirst})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex($@"(?:(?:{Almanac.Weekdays})\.?,?[ ]?(?:and|to|or|until|through|und|bis|oder|[-–/&])[ ]?|\d[ ]?[-–][ ]?|\d(?:st|nd|rd|th|\.)?[ ](?:and|to|und|bis)[ ])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeRange();

    [GeneratedRegex(@"^[ ]?[-–][ ]?\d")]
    private static partial Regex AfterRange();

    [GeneratedRegex(@"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")]
    private static partial Regex FourDigits();
}
