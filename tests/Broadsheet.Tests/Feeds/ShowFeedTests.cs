using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace Broadsheet.Tests.Feeds;

public sealed class ShowFeedTests(OpenPaper paper) : PaperTest<OpenPaper>
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/", Dc = "http://purl.org/dc/elements/1.1/", Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_brings_the_newest_articles_in_full()
    {
        var desk = Path.GetDirectoryName(paper.Manuscript("x"))!;
        await File.WriteAllTextAsync(Path.Combine(desk, "feed.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'><rect width='900' height='600' fill='#246'/></svg>");
        var piece = await paper.PublishAsync("In the feed & <more>", "See [the town](/town/) and [elsewhere](https://example.org/).\n\n![A wall](feed.svg)\n\nhttps://youtu.be/abcdefghijk", fields: ["byline: Ann Writer", "topics: Walls", "standfirst: The lead."]);

        var channel = await FeedAsync("/feed/");
        var item = channel.Elements("item").First(i => (string?)i.Element("title") == piece.Headline);

        Assert.Equal((Paper.Name, paper.Url + "/", paper.Url + "/feed/"), ((string)channel.Element("title")!, (string)channel.Element("link")!, (string)channel.Element(Atom + "link")!.Attribute("href")!));
        Assert.Equal((paper.Url + piece.Url, "Ann Writer", "Walls", "The lead."), ((string)item.Element("link")!, (string)item.Element(Dc + "creator")!, (string)item.Element("category")!, (string)item.Element("description")!));
        var html = (string)item.Element(Content + "encoded")!;
        Assert.Contains($"href=\"{paper.Url}/town/\"", html);
        Assert.Contains("href=\"https://example.org/\"", html);
        Assert.DoesNotMatch("(src|href)=\"/", html);
        Assert.DoesNotContain(" /media/", html);
        Assert.DoesNotContain("data-embed", html);
        Assert.True(DateTimeOffset.TryParseExact((string)item.Element("pubDate")!, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public async Task An_items_name_stays_when_its_address_changes()
    {
        var before = await paper.PublishAsync("Named once", section: "named", fields: "slug: one");
        var guid = Guid((await FeedAsync("/named/feed/")).Elements("item").Single());
        await paper.PublishAsync("Named once", section: "named", fields: ["slug: two", "formerly: " + before.Path]);

        Assert.Equal(guid, Guid((await FeedAsync("/named/feed/")).Elements("item").Single()));

        static string Guid(XElement item) => (string)item.Element("guid")!;
    }

    [Fact]
    public async Task A_section_and_the_replies_to_an_article_have_feeds_of_their_own()
    {
        var piece = await paper.PublishAsync("With replies", section: "harbour");
        await paper.PublishAsync("Elsewhere", section: "inland");
        var id = await paper.CommentAsync(piece, "A reply & a <tag>", author: "Bob & Co");

        Assert.Equal(["With replies"], (await FeedAsync("/harbour/feed/")).Elements("item").Select(i => (string?)i.Element("title")));
        var reply = Assert.Single((await FeedAsync(piece.Path + "feed/")).Elements("item"));
        Assert.Equal((paper.Url + piece.Url + $"#comment-{id}", "Bob & Co"), ((string)reply.Element("link")!, (string)reply.Element(Dc + "creator")!));
        Assert.Equal("<p>A reply &amp; a &lt;tag&gt;</p>", (string)reply.Element(Content + "encoded")!);
    }

    [Fact]
    public async Task Who_has_the_feed_already_is_told_so_until_something_is_new()
    {
        await paper.PublishAsync("Once");
        using var first = await paper.Browser.GetAsync("/feed/");

        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync("/feed/", first.Headers.ETag!.ToString())).StatusCode);
        await paper.PublishAsync("And once more");
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync("/feed/", first.Headers.ETag!.ToString())).StatusCode);
    }

    [Fact]
    public async Task Every_feed_that_a_page_names_is_there()
    {
        var piece = await paper.PublishAsync("Feeds named", section: "named-feeds");
        foreach (var path in new[] { "/", piece.Path, "/named-feeds/" })
        {
            var feeds = (await paper.PageAsync(path)).QuerySelectorAll("link[rel=alternate][type='application/rss+xml']").Select(l => l.GetAttribute("href")!).ToList();
            Assert.NotEmpty(feeds);
            foreach (var feed in feeds) await FeedAsync(feed);
        }
    }

    private async Task<XElement> FeedAsync(string path)
    {
        using var answer = await paper.Browser.GetAsync(path);
        Assert.Equal((200, "application/rss+xml"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("channel")!;
    }

    private async Task<HttpResponseMessage> AgainAsync(string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await paper.Browser.SendAsync(request);
    }
}
