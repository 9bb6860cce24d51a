namespace Broadsheet.Data.Following;

/// <summary>How long a node may say, without asking again, that it has heard of every change. As long, at most, a writer waits for a node that is cut off.</summary>
internal static class Lease
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    /// <summary>Three renewals may fail before the lease runs out.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(0.5);
}
