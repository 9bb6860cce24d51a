using System.Globalization;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>Moments as a browser's date-and-time field has them: in the paper's zone, "2026-12-01T06:00".</summary>
public static class LocalTime
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mm", Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <returns>UTC; null for an empty field and for what is no such text. An hour that the clock shows twice is its first; one that it leaves out is the one after.</returns>
    public static DateTime? Read(string? field, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(field, [Minutes, Seconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return null;
        if (zone.IsInvalidTime(moment)) moment = moment.AddHours(1);
        if (!zone.IsAmbiguousTime(moment)) return TimeZoneInfo.ConvertTimeToUtc(moment, zone);
        return DateTime.SpecifyKind(moment - zone.GetAmbiguousTimeOffsets(moment).Max(), DateTimeKind.Utc);
    }

    /// <summary>What such a field shows; null shows nothing.</summary>
    public static string? Field(this Visit visit, DateTime? moment) => moment is { } at ? visit.Local(at).ToString(Minutes, CultureInfo.InvariantCulture) : null;
}
