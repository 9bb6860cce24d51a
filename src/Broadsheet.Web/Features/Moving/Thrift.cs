namespace Broadsheet.Web.Features.Moving;

/// <summary>
/// Keeps long work in little memory, also on a machine that has much: left alone, the runtime collects what is used up when the machine runs short of memory,
/// and other programs may want it before that.
/// </summary>
internal sealed class Thrift : IDisposable
{
    private const long Enough = 200L << 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Patience = TimeSpan.FromSeconds(20);

    private readonly Timer timer;
    private DateTime patient;

    public Thrift() => timer = new Timer(_ => Mind(), null, Look, Look);

    public void Dispose() => timer.Dispose();

    private void Mind()
    {
        if (Environment.WorkingSet <= Enough || DateTime.UtcNow < patient) return;
        // When so much is in use, collecting again and again would only hold the work up.
        patient = DateTime.UtcNow + Patience;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (Environment.WorkingSet <= Enough) patient = default;
    }
}
