using System.Xml.Linq;

namespace Broadsheet.Tests.Sitemaps;

public sealed class ShowSitemapsTests(Paper paper) : PaperTest
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task Every_published_article_and_section_is_in_a_sitemap_that_the_index_names()
    {
        var piece = await paper.PublishAsync("मानचित्र में", section: "mapped", fields: ["language: hi", "date: 2026-02-03T10:00", "updated: 2026-02-04T10:00"]);

        List<XElement> urls = [];
        foreach (var file in await LocsAsync("/sitemap.xml"))
            urls.AddRange(XDocument.Parse(await paper.TextAsync(new Uri(file).PathAndQuery)).Root!.Elements(Ns + "url"));

        var mine = Assert.Single(urls, u => (string)u.Element(Ns + "loc")! == paper.Url + piece.Url);
        Assert.Equal("2026-02-04T09:00:00Z", (string)mine.Element(Ns + "lastmod")!);
        Assert.Contains(urls, u => (string)u.Element(Ns + "loc")! == paper.Url + "/mapped/");
        Assert.Contains(urls, u => (string)u.Element(Ns + "loc")! == paper.Url + "/");
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days_only()
    {
        var news = await paper.PublishAsync("Of today & <here>");
        var old = await paper.PublishAsync("Of last week", fields: $"date: {DateTime.UtcNow.AddDays(-7):yyyy-MM-dd}");

        var urls = XDocument.Parse(await paper.TextAsync("/news-sitemap.xml")).Root!.Elements(Ns + "url").ToList();

        var mine = Assert.Single(urls, u => (string)u.Element(Ns + "loc")! == paper.Url + news.Url);
        Assert.Equal((news.Headline, Paper.Name), ((string)mine.Element(News + "news")!.Element(News + "title")!, (string)mine.Descendants(News + "name").Single()));
        Assert.DoesNotContain(urls, u => (string)u.Element(Ns + "loc")! == paper.Url + old.Url);
    }

    [Fact]
    public async Task Robots_are_told_where_to_look_and_where_not()
    {
        var text = await paper.TextAsync("/robots.txt");

        Assert.Contains($"Sitemap: {paper.Url}/sitemap.xml", text);
        Assert.Contains("Disallow: /search", text);
        Assert.Equal(404, await paper.StatusAsync("/sitemaps/articles-99.xml"));
        Assert.Equal(404, await paper.StatusAsync("/sitemaps/articles-999999999.xml"));
    }

    private async Task<List<string>> LocsAsync(string path) => [.. XDocument.Parse(await paper.TextAsync(path)).Descendants(Ns + "loc").Select(l => l.Value)];
}
