using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Broadsheet.Web.Caching;

/// <summary>How long a connection is waited for while <see cref="PlainHits"/> serves it. The web server's heartbeat, once a second, ends those that take longer.</summary>
internal sealed class Patience
{
    // In seconds. A reader who takes this long for one page is slower than 1 kB a second.
    private const int ForRequest = 120, ForReader = 30;

    private readonly ConnectionContext connection;
    private readonly CancellationToken closing;
    private int left;

    public Patience(ConnectionContext connection)
    {
        this.connection = connection;
        closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(static self => ((Patience)self).Beat(), this);
        // The server stops: whoever has asked for nothing is let go.
        closing.Register(static self => ((Patience)self!).LetGo(), this);
    }

    public bool IsOver => closing.IsCancellationRequested;

    public void WaitForRequest() => Volatile.Write(ref left, ForRequest);

    public void WaitForReader() => Volatile.Write(ref left, ForReader);

    /// <summary>From here on the web server's own limits hold.</summary>
    public void HandOver() => Volatile.Write(ref left, int.MaxValue);

    private void Beat()
    {
        if (Volatile.Read(ref left) is not int.MaxValue and var seconds && seconds > 0 && Interlocked.CompareExchange(ref left, seconds - 1, seconds) == seconds && seconds == 1)
            connection.Abort(new ConnectionAbortedException("The other side took too long."));
    }

    private void LetGo()
    {
        if (Volatile.Read(ref left) != int.MaxValue) connection.Transport.Input.CancelPendingRead();
    }
}
