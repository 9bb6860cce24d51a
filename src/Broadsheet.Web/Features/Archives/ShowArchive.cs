using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
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
    /// <param name="Names">What changes when an article comes to stand in it, or no longer does.</param>
    private sealed record Archive(string Kind, string Title, string Path, Func<NewsDb, IQueryable<Listed>> Articles, params IEnumerable<string> Names)
    {
        public string? SectionSlug { get; init; }
        public IReadOnlyList<LinkView> Children { get; init; } = [];
        public Author? Author { get; init; }
        public bool HasFeed { get; init; }

        public static Archive Of(string kind, string title, string path, string list) => new(kind, title, path, db => db.Listed.Where(l => l.List == list), list);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet("/topics/{slug}/", Topic);
        pages.MapGet("/authors/{slug}/", ByAuthor);
        pages.MapGet("/stories/{slug}/", Story);
        pages.MapGet("/{year:int:range(1000,9999)}/", (int year, int? page, HttpContext http) => Dated(http, page, year));
        pages.MapGet("/{year:int:range(1000,9999)}/{month:int:range(1,12)}/", (int year, int month, int? page, HttpContext http) => Dated(http, page, year, month));
        pages.MapGet("/{year:int:range(1000,9999)}/{month:int:range(1,12)}/{day:int:range(1,31)}/", (int year, int month, int day, int? page, HttpContext http) => Dated(http, page, year, month, day));
    }

    /// <summary>Null when there is no section at the path.</summary>
    public static async Task<IResult?> SectionAsync(HttpContext http, string path)
    {
        var room = http.RequestServices.GetRequiredService<ReadingRoom>();
        if (await room.AskAsync(db => db.Sections.SingleOrDefaultAsync(s => s.Path == path, http.RequestAborted), Names.Sections) is not { } section) return null;
        var children = await room.AskAsync(db => db.Sections.Where(s => s.ParentId == section.Id).OrderBy(s => s.Position).Select(s => new { s.Name, s.Path }).ToListAsync(http.RequestAborted), Names.Sections);
        return await ShowAsync(http, PageOf(http), Archive.Of("section", section.Name, section.Path, Names.Section(section.Id)) with
        {
            SectionSlug = section.Path.Split('/')[1], HasFeed = true, Children = [.. children.Select(c => new LinkView(c.Name, Links.Encoded(c.Path)))],
        });
    }

    internal static async Task<IResult> Topic(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => db.Topics.SingleOrDefaultAsync(t => t.Slug == slug), t => t is null ? [Names.NoTopic] : [Names.Topic(t.Id)]) is not { } topic) return Results.NotFound();
        return await ShowAsync(http, page, Archive.Of("topic", topic.Name, $"/topics/{slug}/", Names.Topic(topic.Id)));
    }

    internal static async Task<IResult> ByAuthor(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => db.Bylines.SingleOrDefaultAsync(b => b.Slug == slug), b => b is null ? [Names.NoByline] : [Names.Byline(b.Id)]) is not { } byline) return Results.NotFound();
        return await ShowAsync(http, page, Archive.Of("author", byline.Name, $"/authors/{slug}/", Names.Byline(byline.Id)) with
        {
            Author = new Author(byline.Name, byline.Role, byline.About),
        });
    }

    internal static async Task<IResult> Story(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => db.Stories.SingleOrDefaultAsync(s => s.Slug == slug), s => s is null ? [Names.NoStory] : [Names.Story(s.Id)]) is not { } story) return Results.NotFound();
        return await ShowAsync(http, page, Archive.Of("story", story.Name, $"/stories/{slug}/", Names.Story(story.Id)));
    }

    private static async Task<IResult> Dated(HttpContext http, int? page, int year, int? month = null, int? day = null)
    {
        if (day is { } d && d > DateTime.DaysInMonth(year, month!.Value)) return Results.NotFound();
        var site = http.RequestServices.GetRequiredService<Site>();
        var from = new DateTime(year, month ?? 1, day ?? 1);
        var until = day is not null ? from.AddDays(1) : month is not null ? from.AddMonths(1) : year == 9999 ? DateTime.MaxValue : from.AddYears(1);
        var (first, end) = (TimeZoneInfo.ConvertTimeToUtc(from, site.Zone), TimeZoneInfo.ConvertTimeToUtc(until, site.Zone));
        var title = day is not null ? site.Language.Date(from) : month is { } m ? site.Language.Month(year, m) : year.ToString();
        var path = $"/{year:0000}/" + (month is null ? "" : $"{month:00}/") + (day is null ? "" : $"{day:00}/");
        if (http.Request.Path != path) return Results.LocalRedirect(path + http.Request.QueryString, permanent: true);
        return await ShowAsync(http, page, new Archive("date", title, path, db => db.Listed.Where(l => l.List == Names.Articles && l.PublishedAt >= first && l.PublishedAt < end), Months(first, end)), emptyIsMissing: true);
    }

    private static IEnumerable<string> Months(DateTime first, DateTime end)
    {
        for (var month = new DateTime(first.Year, first.Month, 1); month < end; month = month.Year == 9999 && month.Month == 12 ? DateTime.MaxValue : month.AddMonths(1)) yield return Names.Month(month);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, int? page, Archive archive, bool emptyIsMissing = false)
    {
        var (site, cards) = (http.RequestServices.GetRequiredService<Site>(), http.RequestServices.GetRequiredService<CardList>());
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await cards.NewestAsync(archive.Articles, (number - 1) * PerPage, PerPage + 1, site.Language, http.RequestAborted, archive.Names);
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
