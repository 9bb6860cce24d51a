using System.Net;
using AngleSharp.Html.Parser;

namespace Broadsheet.Tests.Articles;

public sealed class FindAddressTests(Paper paper) : PaperTest
{
    [Theory]
    [InlineData("/nowhere/")]
    [InlineData("/nowhere")]
    [InlineData("/town/never-written/")]
    [InlineData("/topics/none/")]
    [InlineData("/authors/none/")]
    [InlineData("/stories/none/")]
    [InlineData("/1999/")]
    [InlineData("/2026/02/30/")]
    [InlineData("/nowhere/feed/")]
    [InlineData("/nowhere/text/")]
    [InlineData("/media/999/400.webp")]
    [InlineData("/theme/000000000000/..%2flayout.liquid")]
    [InlineData("/wp-login.php")]
    [InlineData("/%ff%fe/")]
    [InlineData("/%ef%bf%be/")]
    [InlineData("/a%0d%0ab/")]
    [InlineData("/' or 1=1--/")]
    [InlineData("/<script>/")]
    public async Task An_unknown_address_is_answered_by_a_page_that_helps(string path)
    {
        await paper.PublishAsync("Something to read instead", fields: "slug: instead");

        using var answer = await paper.Browser.GetAsync(path);

        Assert.Equal(404, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("There is no page at this address", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
        Assert.Contains("Something to read instead", page.QuerySelector("main")!.TextContent);
        Assert.Contains("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_withdrawn_article_says_so_and_why()
    {
        var piece = await paper.PublishAsync("The mayor has resigned", "She has.");
        await paper.WithdrawAsync(piece, "The mayor has not resigned.");

        using var answer = await paper.Browser.GetAsync(piece.Path);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The mayor has not resigned.", text);
        Assert.DoesNotContain("She has.", text);
        Assert.Equal(404, await paper.StatusAsync(piece.Path + "feed/"));
        Assert.Contains(await paper.StatusAsync(piece.Path + "text/"), new[] { 404, 410 });
    }

    [Fact]
    public async Task A_withdrawn_article_is_nowhere_else()
    {
        var piece = await paper.PublishAsync("Quizzical zebra report", section: "zebras", fields: ["topics: Zebras", "byline: Zed Writer", "story: Zebra Story", "date: 2026-03-04T12:00"]);
        await paper.PublishAsync("Another zebra report", section: "zebras", fields: ["topics: Zebras", "byline: Zed Writer", "story: Zebra Story", "date: 2026-03-04T13:00"]);
        string[] places = ["/", "/zebras/", "/topics/zebras/", "/authors/zed-writer/", "/stories/zebra-story/", "/2026/03/04/", "/search?q=zebra", "/feed/", "/zebras/feed/"];
        foreach (var place in places.Skip(1)) Assert.Contains(piece.Headline, await paper.TextAsync(place));

        await paper.WithdrawAsync(piece);

        foreach (var place in places) Assert.DoesNotContain(piece.Headline, await paper.TextAsync(place));
        Assert.DoesNotContain(piece.Url, await paper.TextAsync("/sitemaps/articles-1.xml"));
    }

    [Fact]
    public async Task A_moved_article_is_found_from_its_old_address()
    {
        var piece = await paper.PublishAsync("It will move", fields: "slug: before");

        var moved = await paper.PublishAsync("It has moved", section: "harbour", fields: ["slug: after", "formerly: " + piece.Path]);

        Assert.Equal((piece.Id, "/harbour/after/"), (moved.Id, moved.Path));
        foreach (var ending in new[] { "", "text/", "feed/" }) await MovedAsync(piece.Path + ending, "/harbour/after/" + ending);
        await MovedAsync(piece.Path + "?replies=2", "/harbour/after/?replies=2");
        await MovedAsync(piece.Path.TrimEnd('/'), "/town/before/", orTo: "/harbour/after/");
    }

    [Fact]
    public async Task A_missing_slash_is_added()
    {
        var piece = await paper.PublishAsync("रास्ता बदला", section: "slashes", fields: "language: hi");

        await MovedAsync(piece.Url.TrimEnd('/'), piece.Url);
        await MovedAsync("/slashes", "/slashes/");
        Assert.Equal(404, await paper.StatusAsync("/town/never-written"));
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/topics/slashed")]
    [InlineData("/authors/ann-slash")]
    [InlineData("/stories/the-slash")]
    [InlineData("/2023")]
    public async Task Every_kind_of_page_has_one_address(string path)
    {
        await paper.PublishAsync("A slash", fields: ["slug: slash", "topics: Slashed", "byline: Ann Slash", "story: The Slash", "date: 2023-04-05"]);

        await MovedAsync(path, path + "/");
    }

    [Fact]
    public async Task An_address_is_never_given_to_a_second_article()
    {
        var piece = await paper.PublishAsync("Mine", fields: "slug: owned");
        var other = await paper.PublishAsync("Other", fields: "slug: not-owned");
        await paper.PublishAsync("Mine moved", fields: ["slug: moved-off", "formerly: " + piece.Path]);

        var file = paper.Manuscript("Thief", fields: ["slug: owned", "formerly: " + other.Path]);

        Assert.Equal(1, await paper.VerbAsync("publish", file));
        await MovedAsync(piece.Path, "/town/moved-off/");
    }

    [Fact]
    public async Task No_redirect_leads_to_another_site()
    {
        foreach (var path in new[] { "//evil.example", "/\\evil.example", "//evil.example/", "//evil.example/feed", "//evil.example/text", "/%2fevil.example/feed", "/\\evil.example/feed" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, paper.Url + path);
            using var answer = await paper.Browser.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{path} → {(int)answer.StatusCode}");
            var to = answer.Headers.Location?.OriginalString ?? "/";
            Assert.True(to.StartsWith('/') && !to.StartsWith("//") && !to.StartsWith("/\\"), $"{path} → {to}");
        }
    }

    private async Task MovedAsync(string from, string to, string? orTo = null)
    {
        using var answer = await paper.Browser.GetAsync(from);
        Assert.Equal(301, (int)answer.StatusCode);
        Assert.Contains(answer.Headers.Location!.OriginalString, new[] { to, orTo });
    }
}
