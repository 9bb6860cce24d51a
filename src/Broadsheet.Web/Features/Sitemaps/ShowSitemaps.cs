using System.Globalization;
using System.Text;
using System.Xml;
using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Sitemaps;

/// <summary>robots.txt, the sitemaps for search engines, and the news sitemap of the last two days.</summary>
public static class ShowSitemaps
{
    private const string Ns = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";
    private const int PerFile = 10_000, MostNews = 1000;
    private const string ContentType = "application/xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet("/robots.txt", (Site site) => Pages.Send(Encoding.UTF8.GetBytes(
            $"User-agent: *\nDisallow: /search\nDisallow: /comments\nDisallow: /newsroom/\n\nSitemap: {site.Absolute("/sitemap.xml")}\nSitemap: {site.Absolute("/news-sitemap.xml")}\n"), "text/plain; charset=utf-8"));
        pages.MapGet("/sitemap.xml", Index);
        pages.MapGet("/sitemaps/sections.xml", Sections);
        pages.MapGet("/sitemaps/articles-{number:int:min(1)}.xml", Articles);
        pages.MapGet("/news-sitemap.xml", NewsArticles);
    }

    private sealed record Url(string Path, DateTime? ChangedAt);

    private static readonly Question<int> Count = new("select count(*) from article where state = 'Published'", row => row.GetInt32(0));

    private static readonly Question<Url> OneFile = new(
        "select path, coalesce(updated_at, published_at) from article where state = 'Published' order by id limit @p1 offset @p0", row => new(row.GetString(0), row.Time(1)));

    private static readonly Question<DateTime?> Coming = new("select min(published_at) from article where state = 'Published' and published_at > @p0", row => row.TimeOrNull(0));

    private static readonly Question<(string Path, DateTime At, string Headline, string Language)> Lately = new("""
        select a.path, a.published_at, r.headline, r.language from article a join revision r on r.id = a.revision_id
        where a.state = 'Published' and a.published_at > @p0 and a.published_at <= @p1 order by a.published_at desc limit @p2
        """, row => (row.GetString(0), row.Time(1), row.GetString(2), row.GetString(3)));

    internal static async Task<IResult> Index(ReadingRoom room, Site site, CancellationToken stop)
    {
        var files = (await room.AskAsync(db => Count.FirstAsync(db, stop), Names.Articles) + PerFile - 1) / PerFile;
        return Write("sitemapindex", xml =>
        {
            foreach (var name in Enumerable.Range(1, files).Select(n => $"articles-{n}").Prepend("sections"))
            {
                xml.WriteStartElement("sitemap", Ns);
                xml.WriteElementString("loc", Ns, site.Absolute($"/sitemaps/{name}.xml"));
                xml.WriteEndElement();
            }
        });
    }

    internal static async Task<IResult> Sections(ReadingRoom room, Site site, CancellationToken stop)
    {
        var sections = await SectionTree.OfAsync(room, stop);
        return Urls(site, [new Url("/", null), .. sections.Paths.Select(path => new Url(path, null))]);
    }

    internal static async Task<IResult> Articles(int number, ReadingRoom room, Site site, CancellationToken stop)
    {
        var urls = await room.AskAsync(db => OneFile.AllAsync(db, stop, (number - 1) * PerFile, PerFile), Names.Articles, Names.Cards);
        return urls.Count == 0 ? Results.NotFound() : Urls(site, urls);
    }

    internal static async Task<IResult> NewsArticles(ReadingRoom room, Site site, TimeProvider clock, CancellationToken stop)
    {
        var (now, since) = (clock.UtcNow(), clock.UtcNow().AddDays(-2));
        var coming = await room.AskAsync(db => Coming.FirstAsync(db, stop, now), Names.Articles);
        room.Sources.Until(coming ?? DateTime.MaxValue);
        var articles = await room.AskAsync(db => Lately.AllAsync(db, stop, since, now, MostNews), Names.Articles, Names.Cards);
        if (articles.Count > 0) room.Sources.Until(articles.Min(a => a.At).AddDays(2));
        return Write("urlset", xml =>
        {
            foreach (var article in articles)
            {
                xml.WriteStartElement("url", Ns);
                xml.WriteElementString("loc", Ns, site.Absolute(Links.Encoded(article.Path)));
                xml.WriteStartElement("news", News);
                xml.WriteStartElement("publication", News);
                xml.WriteElementString("name", News, LegalXml.Of(site.Name));
                xml.WriteElementString("language", News, article.Language.Split('-')[0]);
                xml.WriteEndElement();
                xml.WriteElementString("publication_date", News, W3C(article.At));
                xml.WriteElementString("title", News, LegalXml.Of(article.Headline));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        });
    }

    private static IResult Urls(Site site, IEnumerable<Url> urls) => Write("urlset", xml =>
    {
        foreach (var url in urls)
        {
            xml.WriteStartElement("url", Ns);
            xml.WriteElementString("loc", Ns, site.Absolute(Links.Encoded(url.Path)));
            if (url.ChangedAt is { } at) xml.WriteElementString("lastmod", Ns, W3C(at));
            xml.WriteEndElement();
        }
    });

    private static IResult Write(string root, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Ns);
            if (root == "urlset") xml.WriteAttributeString("xmlns", "news", null, News);
            write(xml);
            xml.WriteEndElement();
        }
        return Pages.Send(stream.ToArray(), ContentType);
    }

    private static string W3C(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
