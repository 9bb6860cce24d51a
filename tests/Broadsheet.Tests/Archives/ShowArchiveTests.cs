using AngleSharp.Dom;

namespace Broadsheet.Tests.Archives;

public sealed class ShowArchiveTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_section_shows_its_articles_and_those_of_the_sections_within_it()
    {
        var own = await paper.PublishAsync("Of sport", section: "sport");
        var inner = await paper.PublishAsync("Of rowing", section: "sport/rowing");
        await paper.PublishAsync("Of sportswear", section: "sportswear");

        Assert.Equal([inner.Url, own.Url], await HeadlinesAsync("/sport/"));
        Assert.Equal([inner.Url], await HeadlinesAsync("/sport/rowing/"));
        Assert.Contains("/sport/rowing/", (await paper.PageAsync("/sport/")).QuerySelectorAll("nav.children a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Topics_authors_and_stories_have_pages_of_their_own()
    {
        var piece = await paper.PublishAsync("Of all three", fields: ["topics: [Sea Birds, Tides]", "byline: Ann O’Writer", "story: The Long Tide"]);
        await paper.PublishAsync("Of none");

        foreach (var path in new[] { "/topics/sea-birds/", "/topics/tides/", "/authors/ann-owriter/", "/stories/the-long-tide/" })
            Assert.Equal([piece.Url], await HeadlinesAsync(path));
    }

    [Fact]
    public async Task A_piece_that_lost_a_topic_is_no_longer_under_it()
    {
        await paper.PublishAsync("First", fields: ["slug: refiled", "topics: [Kept, Lost]"]);
        await paper.PublishAsync("Second", fields: ["slug: refiled", "topics: [Kept]"]);

        Assert.Equal(["/town/refiled/"], await HeadlinesAsync("/topics/kept/"));
        Assert.Empty(await HeadlinesAsync("/topics/lost/"));
    }

    [Fact]
    public async Task A_day_is_the_papers_day_and_not_the_worlds()
    {
        var late = await paper.PublishAsync("Late at night", fields: "date: 2025-07-01T00:30");    // 22:30 UTC on the day before
        var noon = await paper.PublishAsync("At noon", fields: "date: 2025-07-02T12:00");

        Assert.Equal([late.Url], await HeadlinesAsync("/2025/07/01/"));
        Assert.Equal([noon.Url, late.Url], await HeadlinesAsync("/2025/07/"));
        Assert.Equal([noon.Url, late.Url], await HeadlinesAsync("/2025/"));
        Assert.Equal(404, await paper.StatusAsync("/2025/06/30/"));
    }

    [Fact]
    public async Task A_date_is_written_in_one_way_only()
    {
        await paper.PublishAsync("In May", fields: "date: 2024-05-06T12:00");
        using var answer = await paper.Browser.GetAsync("/2024/5/6/");

        Assert.Equal((301, "/2024/05/06/"), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_long_archive_is_paged()
    {
        var files = Enumerable.Range(1, 45).Select(n => paper.Manuscript($"Piece {n:00}", section: "long", fields: $"date: 2026-01-01T{n / 60 + 10:00}:{n % 60:00}")).ToArray();
        var pieces = (await paper.PublishFilesAsync(files)).AsEnumerable().Reverse().Select(p => p.Url).ToList();

        Assert.Equal(pieces[..20], await HeadlinesAsync("/long/"));
        Assert.Equal(pieces[20..40], await HeadlinesAsync("/long/?page=2"));
        Assert.Equal(pieces[40..], await HeadlinesAsync("/long/?page=3"));
        Assert.Equal(404, await paper.StatusAsync("/long/?page=4"));
        var second = await paper.PageAsync("/long/?page=2");
        Assert.Equal(("/long/", "/long/?page=3"), (second.QuerySelector("nav.pages a[rel=prev]")!.GetAttribute("href"), second.QuerySelector("nav.pages a[rel=next]")!.GetAttribute("href")));
        Assert.Equal(paper.Url + "/long/?page=2", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Null((await paper.PageAsync("/long/?page=3")).QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/town/?page=0")]
    [InlineData("/town/?page=-7")]
    [InlineData("/town/?page=x")]
    [InlineData("/town/?page=99999999999999999999")]
    public async Task A_page_number_that_is_none_is_the_first(string path)
    {
        await paper.PublishAsync("Something in town", fields: "slug: in-town");

        Assert.Equal(200, await paper.StatusAsync(path));
    }

    [Theory]
    [InlineData("/topics/numbers/?page=x")]
    [InlineData("/authors/no-number/?page=x")]
    [InlineData("/2024/?page=x")]
    [InlineData("/search?q=number&page=x")]
    public async Task A_page_number_that_is_none_is_no_fault_of_ours(string path)
    {
        await paper.PublishAsync("A number", fields: ["slug: number", "topics: Numbers", "byline: No Number", "date: 2024-01-02"]);

        Assert.InRange(await paper.StatusAsync(path), 200, 404);
    }

    [Fact]
    public async Task Paths_in_other_scripts_are_found()
    {
        await paper.PublishAsync("خبر", section: "محليات", fields: ["language: ar", "topics: طيور"]);

        Assert.Single(await HeadlinesAsync("/" + Uri.EscapeDataString("محليات") + "/"));
        Assert.Single(await HeadlinesAsync("/topics/" + Uri.EscapeDataString("طيور") + "/"));
    }

    private async Task<List<string>> HeadlinesAsync(string path) => [.. (await paper.PageAsync(path)).QuerySelectorAll("main .headline a").Select(a => a.GetAttribute("href")!)];
}
