using System.Net.Sockets;
using System.Text;

namespace Broadsheet.Tests.Hosting;

public sealed class ServerLimitsTests(ServerLimitsTests.NarrowPaper paper) : PaperTest<ServerLimitsTests.NarrowPaper>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public sealed class NarrowPaper : Paper
    {
        protected override Dictionary<string, string> Wishes => new()
        {
            ["Limits:Connections"] = "20", ["Limits:Headers"] = "10", ["Limits:HeaderBytes"] = "2000", ["Limits:RequestLineBytes"] = "500", ["Limits:HeaderSeconds"] = "1", ["Limits:KeepAliveSeconds"] = "1",
        };
    }

    [Theory]
    [InlineData("too many headers", 431)]
    [InlineData("a header too long", 431)]
    [InlineData("an address too long", 414)]
    [InlineData("as usual", 200)]
    public async Task What_is_larger_than_a_reader_needs_is_refused(string what, int status)
    {
        var headers = what switch
        {
            "too many headers" => string.Concat(Enumerable.Range(1, 12).Select(n => $"x{n}: y\r\n")), "a header too long" => $"Cookie: {new string('c', 2000)}\r\n", _ => "",
        };
        using var line = await ConnectAsync();

        await SayAsync(line, $"GET /{(what == "an address too long" ? "?q=" + new string('a', 500) : "")} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await FirstLineAsync(line));
    }

    [Fact]
    public async Task Who_does_not_come_to_the_end_of_the_headers_is_told_so_and_let_go()
    {
        using var line = await ConnectAsync();

        await SayAsync(line, "GET / HTTP/1.1\r\nHost: localhost\r\n");

        Assert.StartsWith("HTTP/1.1 408 ", await FirstLineAsync(line));
    }

    [Fact]
    public async Task Who_asks_for_nothing_more_is_let_go()
    {
        using var line = await ConnectAsync();
        await SayAsync(line, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var all = await new StreamReader(line.GetStream()).ReadToEndAsync().WaitAsync(Patience);

        Assert.StartsWith("HTTP/1.1 200 ", all);
    }

    [Theory]
    [InlineData("Limits:Connections", "many")]
    [InlineData("Limits:HeaderSeconds", "0")]
    [InlineData("Serve:Drain", "-1")]
    public void A_figure_that_cannot_be_is_named(string name, string value)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-limits-");
        File.WriteAllText(Path.Combine(folder.FullName, Web.Hosting.Settings.FileName), $$"""{ "{{name}}": "{{value}}" }""");

        var mistake = Assert.Throws<Web.Hosting.OperatorMistake>(() => Web.Hosting.Settings.Read(folder.FullName, null));

        Assert.StartsWith(name, mistake.Message);
        folder.Delete(recursive: true);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var line = new TcpClient();
        var address = new Uri(paper.Url);
        await line.ConnectAsync(address.Host, address.Port);
        return line;
    }

    private static async Task SayAsync(TcpClient line, string words) => await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(words));

    private static async Task<string?> FirstLineAsync(TcpClient line) => await new StreamReader(line.GetStream()).ReadLineAsync().WaitAsync(Patience);
}
