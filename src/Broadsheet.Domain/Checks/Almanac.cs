namespace Broadsheet.Domain.Checks;

/// <summary>Names of months and weekdays as newspapers write them, in the languages that the checks read.</summary>
internal static class Almanac
{
    // For patterns. Longer forms first: the first that fits is taken.
    public const string Months =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec" +
        "|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|okt|dez" +
        "|जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर";

    public const string Weekdays =
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun" +
        "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag" +
        "|सोमवार|मंगलवार|बुधवार|गुरुवार|गुरूवार|बृहस्पतिवार|शुक्रवार|शनिवार|रविवार";

    private static readonly Dictionary<string, int> MonthNumbers = Numbered(
        "january jan januar jänner जनवरी", "february feb februar फ़रवरी फरवरी", "march mar märz मार्च", "april apr अप्रैल", "may mai मई", "june jun juni जून", "july jul juli जुलाई",
        "august aug अगस्त", "september sept sep सितंबर सितम्बर", "october oct oktober okt अक्टूबर अक्तूबर", "november nov नवंबर नवम्बर", "december dec dezember dez दिसंबर दिसम्बर");

    private static readonly Dictionary<string, int> WeekdayNumbers = Numbered(
        "monday mon montag सोमवार", "tuesday tues tue dienstag मंगलवार", "wednesday wed mittwoch बुधवार", "thursday thurs thur thu donnerstag गुरुवार गुरूवार बृहस्पतिवार",
        "friday fri freitag शुक्रवार", "saturday sat samstag sonnabend शनिवार", "sunday sun sonntag रविवार");

    /// <summary>1 to 12; null for any other word.</summary>
    public static int? Month(string name) => MonthNumbers.TryGetValue(name.TrimEnd('.'), out var number) ? number : null;

    public static DayOfWeek Weekday(string name) => (DayOfWeek)(WeekdayNumbers[name.TrimEnd('.')] % 7);

    /// <summary>Null when there is no such day.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static Dictionary<string, int> Numbered(params string[] lines) =>
        lines.SelectMany((line, at) => line.Split(' ').Select(name => (name, at))).ToDictionary(p => p.name, p => p.at + 1, StringComparer.OrdinalIgnoreCase);
}
