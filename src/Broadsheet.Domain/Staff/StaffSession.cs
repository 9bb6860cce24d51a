namespace Broadsheet.Domain.Staff;

/// <summary>One sign-in on one device, until it is ended or not used for long.</summary>
/// <param name="device">In a few words: "Firefox on Linux".</param>
public sealed class StaffSession(long staffId, string device, DateTime startedAt)
{
    /// <summary>Unused for so long, it is over.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(14);

    /// <summary>However much it is used, it is over.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public long Id { get; private set; }
    public long StaffId { get; private set; } = staffId;
    public string Device { get; private set; } = device;
    public DateTime StartedAt { get; private set; } = startedAt;

    /// <summary>To the minute.</summary>
    public DateTime SeenAt { get; private set; } = startedAt;
    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && SeenAt > now - LongestPause && StartedAt > now - Longest;

    public void End(DateTime now) => EndedAt ??= now;
}
