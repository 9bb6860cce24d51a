using System.Net.Sockets;
using System.Text;

namespace Broadsheet.Tests.Hosting;

public sealed class ConnectionLimitTests(ConnectionLimitTests.TinyPaper paper) : PaperTest<ConnectionLimitTests.TinyPaper>
{
    public sealed class TinyPaper : Paper
    {
        protected override Dictionary<string, string> Wishes => new() { ["Limits:Connections"] = "3" };
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_and_the_others_are_answered()
    {
        var address = new Uri(paper.Url);
        var lines = Enumerable.Range(0, 5).Select(_ => new TcpClient(address.Host, address.Port)).ToList();

        var answers = await Task.WhenAll(lines.Select(AskAsync));

        Assert.Equal((3, 2), (answers.Count(a => a.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)), answers.Count(a => a.Length == 0)));
        lines.ForEach(line => line.Dispose());
    }

    // Nothing when the connection was closed.
    private static async Task<string> AskAsync(TcpClient line)
    {
        try
        {
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            return await new StreamReader(line.GetStream()).ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? "";
        }
        catch (IOException) { return ""; }
    }
}
