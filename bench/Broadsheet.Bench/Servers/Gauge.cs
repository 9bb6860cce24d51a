using System.Net.Sockets;

namespace Broadsheet.Bench.Servers;

/// <summary>Reads what <see cref="StartupHook"/> tells from inside a measured program.</summary>
internal static class Gauge
{
    public static long Read(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var bytes = new byte[sizeof(long)];
        return socket.Receive(bytes) == bytes.Length ? BitConverter.ToInt64(bytes) : throw new IOException("the gauge broke off");
    }
}
