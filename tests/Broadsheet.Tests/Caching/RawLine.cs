using System.Net.Sockets;
using System.Text;

namespace Broadsheet.Tests.Caching;

/// <summary>A connection on which a test says byte for byte what it wants.</summary>
internal static class RawLine
{
    // Asks the paper to hang up.
    private const string LastWish = "GET /robots.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Sends everything and a last request, and returns all that the paper answered until it hung up, or until it waits for more.</summary>
    public static async Task<byte[]> AskAsync(string url, byte[] bytes)
    {
        var address = new Uri(url);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.SendAsync((byte[])[.. bytes, .. Encoding.ASCII.GetBytes(LastWish)]);
        using var answer = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int got; (got = await socket.ReceiveAsync(buffer).WaitAsync(Patience)) > 0;) answer.Write(buffer, 0, got);
        }
        catch (TimeoutException) { answer.Write("waits"u8); }
        catch (SocketException) { answer.Write("reset"u8); }
        return answer.ToArray();
    }

    /// <summary>Heads with their lines sorted, without the date and how the page was come by, and bodies: what two ways of answering must have in common.</summary>
    public static string Comparable(byte[] answer)
    {
        var rest = Encoding.Latin1.GetString(answer);
        var told = new StringBuilder();
        while (rest.Length > 0)
        {
            var end = rest.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) return told.Append(rest).ToString();
            var lines = rest[..end].Split("\r\n");
            told.AppendJoin('\n', lines.Take(1).Concat(lines.Skip(1).Where(l => !l.StartsWith("Date:") && !l.StartsWith("Cache-Status:")).Order(StringComparer.Ordinal))).Append('\n');
            var length = lines.FirstOrDefault(l => l.StartsWith("Content-Length:")) is { } line ? int.Parse(line.Split(' ')[1]) : 0;
            var chunked = lines.Contains("Transfer-Encoding: chunked");
            if (lines[0].Contains(" 304 ")) length = 0;
            var body = end + 4;
            var next = chunked ? rest.IndexOf("0\r\n\r\n", body, StringComparison.Ordinal) + 5 : Math.Min(rest.Length, body + length);
            told.Append(rest, body, next - body).Append('\n');
            rest = rest[next..];
        }
        return told.ToString();
    }
}
