namespace Broadsheet.Web.Features.Moving;

/// <summary>
/// Keeps long work in little memory, also on a machine that has much: left alone, the runtime lets what is used up lie until the machine runs short of memory,
/// and other programs may want it before that.
/// </summary>
internal sealed class Thrift : IDisposable
{
    private const long Litter = 32L << 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Timer timer;
    private long kept = GC.GetTotalMemory(false);

    public Thrift() => timer = new Timer(_ => Mind(), null, Look, Look);

    public void Dispose() => timer.Dispose();

    private void Mind()
    {
        if (GC.GetTotalMemory(false) - Volatile.Read(ref kept) < Litter) return;
        // Nobody else begins meanwhile.
        Volatile.Write(ref kept, long.MaxValue / 2);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Volatile.Write(ref kept, GC.GetTotalMemory(false));
    }
}
