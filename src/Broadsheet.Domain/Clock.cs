namespace Broadsheet.Domain;

public static class Clock
{
    /// <summary>Now in UTC, in whole milliseconds: what both databases keep exactly, so that a hash made today is made again tomorrow.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.WholeMilliseconds();

    public static DateTime WholeMilliseconds(this DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
