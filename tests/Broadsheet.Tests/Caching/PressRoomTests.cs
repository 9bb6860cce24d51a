using System.Net;
using Broadsheet.Web.Caching;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Caching;

public sealed class PressRoomTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true)]
    [InlineData("GPTBot/1.2", true)]
    [InlineData("Screaming Frog SEO Spider/20.1", true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Cubot X70) AppleWebKit/537.36", false)]
    [InlineData("", false)]
    public void A_crawler_says_so(string agent, bool crawls)
    {
        using var room = new PressRoom(4, 240);
        Assert.Equal(crawls, room.IsCrawler(From("203.0.113.7", agent)));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", false)]
    [InlineData("::1", "::1", false)]
    [InlineData("10.1.2.3", "10.1.2.3", false)]
    [InlineData("172.20.0.2", "172.20.0.2", false)]
    [InlineData("fd00::7", "fd00::7", false)]
    public void An_address_that_asks_for_more_than_a_person_reads_is_taken_for_a_crawlers(string first, string next, bool crawls)
    {
        using var room = new PressRoom(4, 60);
        for (var n = 0; n < 60; n++) Assert.False(room.IsCrawler(From(first)));

        // The allowance grows again by one a second: none of so many in a row hides behind that.
        Assert.Equal(crawls, Enumerable.Range(0, 20).Count(_ => room.IsCrawler(From(next))) > 10);
    }

    [Fact]
    public async Task Crawlers_have_one_press_and_a_short_queue_and_readers_have_theirs()
    {
        using var room = new PressRoom(1, 240);
        using var crawling = await room.EnterAsync(asCrawler: true, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 16).Select(_ => room.EnterAsync(asCrawler: true, stop.Token).AsTask()).ToList();

        Assert.Null(await room.EnterAsync(asCrawler: true, TestContext.Current.CancellationToken));
        using var reader = await room.EnterAsync(asCrawler: false, TestContext.Current.CancellationToken);
        Assert.NotNull(reader);
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        crawling!.Dispose();
        using var second = await waiting[0];
        Assert.NotNull(second);
        await stop.CancelAsync();
        foreach (var one in waiting.Skip(1)) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
    }

    private static DefaultHttpContext From(string address, string agent = "Firefox")
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        http.Request.Headers.UserAgent = agent;
        return http;
    }
}
