using System.Text;
using Broadsheet.Web.Caching;

namespace Broadsheet.Tests.Caching;

/// <summary>What is answered below the web server is answered as the web server would: the same bytes asked of both, plain and odd.</summary>
public sealed class PlainHitsTests(Paper paper) : PaperTest
{
    // A connection whose first request has a length of its own belongs to the web server from then on.
    private const string Unusual = "HEAD /robots.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";

    private async Task<string> PlainAsync(string request) => RawLine.Comparable(await RawLine.AskAsync(paper.Url, Encoding.Latin1.GetBytes(request)));

    private async Task<string> UsualAsync(string request)
    {
        var first = Encoding.Latin1.GetString(await RawLine.AskAsync(paper.Url, Encoding.Latin1.GetBytes(Unusual + request)));
        return RawLine.Comparable(Encoding.Latin1.GetBytes(first[(first.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
    }

    private async Task<string> KeptPageAsync()
    {
        await paper.PublishAsync("Plain to see", fields: "slug: plain-to-see");
        await paper.TextAsync("/town/plain-to-see/");
        var kept = await RawLine.AskAsync(paper.Url, Encoding.ASCII.GetBytes("GET /town/plain-to-see/ HTTP/1.1\r\nHost: a\r\n\r\n"));
        Assert.Contains("Cache-Status: broadsheet; hit", Encoding.Latin1.GetString(kept));
        return "/town/plain-to-see/";
    }

    public static TheoryData<string> Odd =>
    [
        "GET {0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\naccept-encoding:br;q=0, gzip;q=0.1\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\", W/\"y\"\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n", "GET {0} HTTP/1.0\r\n\r\n", "GET {0} HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n", "GET {0} HTTP/1.1\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: \r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a b\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "GET {0} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nRange: bytes=0-9\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost : a\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", "GET {0} HTTP/1.1\nHost: a\n\n", "GET {0} HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nX: b\rY: c\r\n\r\n",
        "GET  {0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0}  HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0}#part HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0}?utm_source=x HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a{0} HTTP/1.1\r\nHost: a\r\n\r\n",
        "get {0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nX: \u00e9\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\nRange: bytes=0-9\r\n\r\nGET {0} HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET {0} HTTP/1.1\r\nHost: a\r\n\r\nGET {0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\nGET {0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET {0} HTTP/1.1\r\nHost: a\r\n\r\nGET {0} HTT",
        "GET {0} HTTP/1.1\r\nHost: a\r\nCookie: reader=abc\r\nUser-Agent: x (y; z)\r\nAccept: */*\r\nUpgrade-Insecure-Requests: 1\r\nSec-Fetch-Mode: navigate\r\n\r\n", "\r\nGET {0} HTTP/1.1\r\nHost: a\r\n\r\n", "",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task An_odd_request_is_answered_as_the_web_server_answers_it(string request)
    {
        var asked = request.Replace("{0}", await KeptPageAsync());

        Assert.Equal(await UsualAsync(asked), await PlainAsync(asked));
    }

    [Fact]
    public async Task A_request_that_is_bent_at_random_is_answered_as_the_web_server_answers_it()
    {
        var page = await KeptPageAsync();
        var random = new Random(1851);
        string[] pieces = ["\r\n", "\n", "\r", " ", "\t", ":", "\0", "\u00ff", "%2e", "//", "Host: b\r\n", "Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n", "Range: bytes=1-2\r\n", "Accept-Encoding: br\r\n", "Connection: close\r\n", "If-None-Match: *\r\n", "HTTP/1.1", "GET "];
        for (var n = 0; n < 400; n++)
        {
            var request = new StringBuilder($"GET {page} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nUser-Agent: bent/{n}\r\n\r\n");
            for (var bends = random.Next(1, 4); bends > 0; bends--)
            {
                var at = random.Next(request.Length);
                if (random.Next(3) == 0) request.Remove(at, 1);
                else if (random.Next(2) == 0) request.Insert(at, pieces[random.Next(pieces.Length)]);
                else request[at] = (char)random.Next(256);
            }
            var asked = request.ToString();
            var (usual, plain) = (await UsualAsync(asked), await PlainAsync(asked));
            Assert.True(usual == plain, $"{n}: {System.Text.Json.JsonSerializer.Serialize(asked)}\n--- the web server\n{Start(usual)}\n--- plain\n{Start(plain)}");
        }
    }

    [Fact]
    public void What_a_browser_sends_is_plain()
    {
        var request = PlainRequest.Read("GET /town/a-b/?page=2 HTTP/1.1\r\nHost: example.org:8080\r\nAccept-Encoding: gzip, br\r\nIf-None-Match: \"x\"\r\n\r\nGET /"u8);

        Assert.Equal("/town/a-b/?page=2", Encoding.ASCII.GetString(request.Target));
        Assert.Equal("gzip, br", Encoding.ASCII.GetString(request.AcceptEncoding));
        Assert.Equal("\"x\"", Encoding.ASCII.GetString(request.IfNoneMatch));
        Assert.True(request.IsPlain);
        Assert.Equal(105, request.Length);
    }

    private static string Start(string text) => text[..Math.Min(text.Length, 600)];
}
