using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Archives;

/// <summary>Lists of articles, newest first, in pages: of a section, a topic, an author, a story, a day, a month, a year.</summary>
public static class ShowArchive
{
    private const int PerPage = 20;

    public sealed record Author(string Name, string? Role, string? Bio);

    public sealed record View(
        string Title, string Kind, string? Intro, IReadOnlyList<LinkView> Children, IReadOnlyList<CardView> Cards, PagesView Pages, string? FeedUrl, Author? Author);

    /// <summary>What one archive is: where it stands, how it is called, and which articles it holds.</summary>
    private sealed record Archive(string Kind, string Title, string Path, IQueryable<Article> Articles)
    {
        public string? SectionSlug { get; init; }
        public IReadOnlyList<LinkView> Children { get; init; } = [];
        public Author? Author { get; init; }
        public bool HasFeed { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/topics/{slug}/", Topic);
        routes.MapGet("/authors/{slug}/", ByAuthor);
        routes.MapGet("/stories/{slug}/", Story);
        routes.MapGet("/{year:int:range(1000,9999)}/", (int year, int? page, HttpContext http) => Dated(http, page, year));
        routes.MapGet("/{year:int:range(1000,9999)}/{month:int:range(1,12)}/", (int year, int month, int? page, HttpContext http) => Dated(http, page, year, month));
        routes.MapGet("/{year:int:range(1000,9999)}/{month:int:range(1,12)}/{day:int:range(1,31)}/", (int year, int month, int day, int? page, HttpContext http) => Dated(http, page, year, month, day));
    }

    /// <summary>Null when there is no section at the path.</summary>
    public static async Task<IResult?> SectionAsync(HttpContext http, string path)
    {
        var db = http.RequestServices.GetRequiredService<NewsDb>();
        if (await db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.Path == path, http.RequestAborted) is not { } section) return null;
        var children = await db.Sections.Where(s => s.ParentId == section.Id).OrderBy(s => s.Position).Select(s => new { s.Name, s.Path }).ToListAsync(http.RequestAborted);
        return await ShowAsync(http, PageOf(http), new Archive("section", section.Name, section.Path, SectionArticles.Of(db, path))
        {
            SectionSlug = section.Path.Split('/')[1], HasFeed = true, Children = [.. children.Select(c => new LinkView(c.Name, Links.Encoded(c.Path)))],
        });
    }

    internal static async Task<IResult> Topic(string slug, int? page, NewsDb db, HttpContext http)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug) is not { } topic) return Results.NotFound();
        var filed = db.ArticleTopics.Where(t => t.TopicId == topic.Id).Select(t => t.ArticleId);
        return await ShowAsync(http, page, new Archive("topic", topic.Name, $"/topics/{slug}/", db.Articles.Where(a => filed.Contains(a.Id))));
    }

    internal static async Task<IResult> ByAuthor(string slug, int? page, NewsDb db, HttpContext http)
    {
        if (await db.Bylines.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == slug) is not { } byline) return Results.NotFound();
        var credited = db.ArticleBylines.Where(b => b.BylineId == byline.Id).Select(b => b.ArticleId);
        return await ShowAsync(http, page, new Archive("author", byline.Name, $"/authors/{slug}/", db.Articles.Where(a => credited.Contains(a.Id)))
        {
            Author = new Author(byline.Name, byline.Role, byline.About),
        });
    }

    internal static async Task<IResult> Story(string slug, int? page, NewsDb db, HttpContext http)
    {
        if (await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug) is not { } story) return Results.NotFound();
        return await ShowAsync(http, page, new Archive("story", story.Name, $"/stories/{slug}/", db.Articles.Where(a => a.StoryId == story.Id)));
    }

    private static async Task<IResult> Dated(HttpContext http, int? page, int year, int? month = null, int? day = null)
    {
        if (day is { } d && d > DateTime.DaysInMonth(year, month!.Value)) return Results.NotFound();
        var (site, db) = (http.RequestServices.GetRequiredService<Site>(), http.RequestServices.GetRequiredService<NewsDb>());
        var from = new DateTime(year, month ?? 1, day ?? 1);
        var until = day is not null ? from.AddDays(1) : month is not null ? from.AddMonths(1) : year == 9999 ? DateTime.MaxValue : from.AddYears(1);
        var (first, end) = (TimeZoneInfo.ConvertTimeToUtc(from, site.Zone), TimeZoneInfo.ConvertTimeToUtc(until, site.Zone));
        var title = day is not null ? site.Language.Date(from) : month is { } m ? site.Language.Month(year, m) : year.ToString();
        var path = $"/{year:0000}/" + (month is null ? "" : $"{month:00}/") + (day is null ? "" : $"{day:00}/");
        if (http.Request.Path != path) return Results.LocalRedirect(path + http.Request.QueryString, permanent: true);
        return await ShowAsync(http, page, new Archive("date", title, path, db.Articles.Where(a => a.PublishedAt >= first && a.PublishedAt < end)), emptyIsMissing: true);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, int? page, Archive archive, bool emptyIsMissing = false)
    {
        var (site, cards) = (http.RequestServices.GetRequiredService<Site>(), http.RequestServices.GetRequiredService<CardList>());
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await cards.NewestAsync(archive.Articles, (number - 1) * PerPage, PerPage + 1, site.Language, http.RequestAborted);
        if (list.Count == 0 && (number > 1 || emptyIsMissing)) return Results.NotFound();

        var path = Links.Encoded(archive.Path);
        var pages = new PagesView(number, number > 1 ? Links.Page(path, number - 1) : null, list.Count > PerPage ? Links.Page(path, number + 1) : null);
        var feed = archive.HasFeed ? path + "feed/" : null;
        var whole = TitleOf(archive, site);
        var title = number == 1 ? whole : $"{whole}, {site.Language.Say("page_number", number)}";
        var head = new PageHead(archive.Kind, site.Titled(title), site.Language, Links.Page(path, number))
        {
            Description = site.Titled(whole), PrevUrl = pages.PrevUrl, NextUrl = pages.NextUrl, SectionSlug = archive.SectionSlug,
            Feeds = feed is null ? [] : [new(site.Titled(archive.Title), feed)], Picture = list.FirstOrDefault(c => c.Picture is not null)?.Picture,
        };
        return Pages.Show("archive", head, new View(archive.Title, archive.Kind, null, archive.Children, [.. list.Take(PerPage)], pages, feed, archive.Author));
    }

    private static string TitleOf(Archive archive, Site site) => archive.Kind switch
    {
        "topic" => site.Language.Say("topic_title", archive.Title),
        "author" => site.Language.Say("articles_by", archive.Title),
        "story" => site.Language.Say("story_title", archive.Title),
        "date" => site.Language.Say("news_of_date", archive.Title),
        _ => archive.Title,
    };

    private static int? PageOf(HttpContext http) => int.TryParse(http.Request.Query["page"], out var page) ? page : null;
}
