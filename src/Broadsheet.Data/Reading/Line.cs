namespace Broadsheet.Data.Reading;

/// <summary>
/// The line to the database, as readers' pages use it: once it has failed, nobody asks for a moment; then one does, and the others only when that one
/// was answered. So nobody waits in vain behind the first. For several threads.
/// </summary>
public sealed class Line(TimeProvider clock)
{
    /// <summary>How long it stays closed after a failure.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Zero: it works.
    private long closedUntil;

    /// <summary>True for one caller in each moment while the line is closed.</summary>
    public bool MayAsk
    {
        get
        {
            var until = Volatile.Read(ref closedUntil);
            if (until == 0) return true;
            return clock.GetTimestamp() >= until && Interlocked.CompareExchange(ref closedUntil, Later, until) == until;
        }
    }

    public void Worked()
    {
        if (Volatile.Read(ref closedUntil) != 0) Volatile.Write(ref closedUntil, 0);
    }

    public void Failed() => Volatile.Write(ref closedUntil, Later);

    private long Later => clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency);
}
