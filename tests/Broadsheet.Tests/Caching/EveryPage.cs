namespace Broadsheet.Tests.Caching;

/// <summary>Every kind of address that the paper answers, beside those of the articles themselves. A new kind of page is one line more.</summary>
public static class EveryPage
{
    public static IEnumerable<string> Of(Edition e) =>
    [
        "/", "/?utm_source=letter",
        "/town/", "/town/?page=2", "/town/?page=3", "/town", "/sport/", "/sport/rowing/", "/business/",
        "/topics/river/", "/topics/history/", "/topics/nothing/", "/authors/ada-stone/", "/authors/ben-field/", "/authors/cleo-marsh/", "/stories/the-wreck/", "/stories/the-rye/",
        $"/{Today(e):yyyy}/", $"/{Today(e):yyyy}/?page=2", $"/{Today(e):yyyy/MM}/", $"/{Today(e):yyyy/MM/dd}/", "/2026/02/", "/2026/02/03/", "/2026/05/30/", "/1999/", "/2026/2/3/",
        "/town/hull/?replies=2", "/town/hull/?replies=3", "/town/hull/?reply=waiting", $"/town/hull/?replyto={e.Replies["first"]}", $"/town/hull/?replyto={e.Replies["waiting"]}", $"/town/hull/?replyto={e.Replies["thread 51"]}&replies=2",
        "/town/hull/text/", "/town/hull/feed/", "/town/hull", "/town/gone/text/", "/town/gone/feed/", e.Piece("hindi").Url + "text/", e.Piece("hindi").Url + "feed/", "/business/bakery/text/", "/town/older/text/", "/town/brief-2/", "/town/brief-3/",
        "/business/was-here/", "/business/was-here/text/", "/business/was-here/feed/", "/business/was-here", "/business/was-here/?page=2", "/business/was-here/?utm_source=letter",
        "/feed/", "/town/feed/", "/sport/feed/", "/sport/rowing/feed/", "/business/feed/", "/nowhere/feed/",
        "/search", "/search?q=oak+hull", "/search?q=street&page=2", "/search?q=unheard", "/search?q=rye", "/search?q=loaves", "/search?q=मानचित्र",
        "/sitemap.xml", "/sitemaps/sections.xml", "/sitemaps/articles-1.xml", "/sitemaps/articles-2.xml", "/news-sitemap.xml", "/robots.txt",
        "/theme/000000000000/broadsheet.css", "/theme/000000000000/broadsheet.js", "/theme/000000000000/none.css", "/theme/social.jpg", "/favicon.ico",
        "/corrections/", "/corrections/feed/", "/corrections/?page=2", "/.well-known/revision-log", "/business/bakery/?history", "/business/bakery/?history&from=1", "/town/hull/?history", "/business/bakery/?from=1",
        "/nowhere/", "/new-section/", "/town/court/", "/topics/harvest/", "/authors/dora-vale/", "/stories/the-flood/",
    ];

    private static DateTimeOffset Today(Edition e) => TimeZoneInfo.ConvertTime(e.Paper.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Paper.Zone));
}
