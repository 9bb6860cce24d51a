using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Broadsheet.Tests.Following;

/// <summary>The wire between one node and PostgreSQL, which a test can cut, or hold so that nothing comes through and nobody is told.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly List<Socket> ends = [];
    private readonly Task accepting;
    private Socket listener;
    private volatile TaskCompletionSource? held;

    public Wire(string connection)
    {
        server = new NpgsqlConnectionStringBuilder(connection);
        listener = Listening(new IPEndPoint(IPAddress.Loopback, 0));
        var here = (IPEndPoint)listener.LocalEndPoint!;
        Connection = new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = here.Port }.ToString();
        accepting = Task.Run(AcceptAsync);
    }

    /// <summary>The same database, over this wire.</summary>
    public string Connection { get; }

    /// <summary>Nothing comes through from now on, and no connection ends.</summary>
    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo()
    {
        var was = held;
        held = null;
        was?.TrySetResult();
    }

    /// <summary>All connections end, and no other begins until it is mended.</summary>
    public void Cut()
    {
        IsCut = true;
        lock (ends)
        {
            foreach (var end in ends) end.Dispose();
            ends.Clear();
        }
    }

    public void Mend() => IsCut = false;

    private bool IsCut { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        LetGo();
        Cut();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptAsync(closing.Token);
                if (IsCut) near.Close(0);
                else _ = ConnectAsync(near);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ConnectAsync(Socket near)
    {
        var far = server.Host!.StartsWith('/') ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (ends) ends.AddRange([near, far]);
        try
        {
            await far.ConnectAsync(server.Host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(server.Host, server.Port));
            await Task.WhenAny(CarryAsync(near, far), CarryAsync(far, near));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException) { }
        near.Dispose();
        far.Dispose();
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes) is > 0 and var count)
            {
                if (held is { } until) await until.Task;
                for (var sent = 0; sent < count;) sent += await to.SendAsync(bytes.AsMemory(sent, count - sent));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException) { }
    }

    private static Socket Listening(IPEndPoint at)
    {
        var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(at);
        listener.Listen();
        return listener;
    }
}
