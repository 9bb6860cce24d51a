using System.Data.Common;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Archives;

/// <summary>Lists of articles, newest first, in pages: of a section, a topic, an author, a story, a day, a month, a year.</summary>
public static class ShowArchive
{
    private const int PerPage = 20;

    public sealed record Author(string Name, string? Role, string? Bio);

    public sealed record View(
        string Title, string Kind, string? Intro, IReadOnlyList<LinkView> Children, IReadOnlyList<CardView> Cards, PagesView Pages, string? FeedUrl, Author? Author);

    /// <summary>What one archive is: where it stands, how it is called, and which articles it holds.</summary>
    /// <param name="List">As <see cref="CardList.NewestAsync"/> takes it; null: of the days.</param>
    private sealed record Archive(string Kind, string Title, string Path, string? List)
    {
        public string? SectionSlug { get; init; }
        public IReadOnlyList<LinkView> Children { get; init; } = [];
        public Author? Author { get; init; }
        public bool HasFeed { get; init; }

        /// <summary>UTC.</summary>
        public (DateTime First, DateTime End) Days { get; init; }
    }

    private sealed record Subject(long Id, string Name);

    private static readonly Question<Subject>
        TopicAt = new("select id, name from topic where slug = @p0", Read),
        StoryAt = new("select id, name from story where slug = @p0", Read);

    private static readonly Question<Signature> BylineAt = new(
        "select id, name, role, about from byline where slug = @p0", row => new(row.GetInt64(0), row.GetString(1), new(row.GetString(1), row.TextOrNull(2), row.TextOrNull(3))));

    private sealed record Signature(long Id, string Name, Author Author);

    private static Subject Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1));

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
        if ((await SectionTree.OfAsync(room, http.RequestAborted)).At(path) is not { } section) return null;
        return await ShowAsync(http, PageOf(http), new Archive("section", section.Name, path, Names.Section(section.Id))
        {
            SectionSlug = path.Split('/')[1], HasFeed = true, Children = [.. section.Children.Select(c => new LinkView(c.Name, c.Url))],
        });
    }

    internal static async Task<IResult> Topic(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => TopicAt.FirstAsync(db, http.RequestAborted, slug), t => t is null ? [Names.NoTopic] : [Names.Topic(t.Id)]) is not { } topic) return Results.NotFound();
        return await ShowAsync(http, page, new Archive("topic", topic.Name, $"/topics/{slug}/", Names.Topic(topic.Id)));
    }

    internal static async Task<IResult> ByAuthor(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => BylineAt.FirstAsync(db, http.RequestAborted, slug), b => b is null ? [Names.NoByline] : [Names.Byline(b.Id)]) is not { } byline) return Results.NotFound();
        return await ShowAsync(http, page, new Archive("author", byline.Name, $"/authors/{slug}/", Names.Byline(byline.Id)) { Author = byline.Author });
    }

    internal static async Task<IResult> Story(string slug, int? page, ReadingRoom room, HttpContext http)
    {
        if (await room.AskAsync(db => StoryAt.FirstAsync(db, http.RequestAborted, slug), s => s is null ? [Names.NoStory] : [Names.Story(s.Id)]) is not { } story) return Results.NotFound();
        return await ShowAsync(http, page, new Archive("story", story.Name, $"/stories/{slug}/", Names.Story(story.Id)));
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
        return await ShowAsync(http, page, new Archive("date", title, path, null) { Days = (first, end) }, emptyIsMissing: true);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, int? page, Archive archive, bool emptyIsMissing = false)
    {
        var (site, cards) = (http.RequestServices.GetRequiredService<Site>(), http.RequestServices.GetRequiredService<CardList>());
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var (skip, take) = ((number - 1) * PerPage, PerPage + 1);
        var list = archive.List is { } named ? await cards.NewestAsync(named, skip, take, site.Language, http.RequestAborted)
            : await cards.OfDaysAsync(archive.Days.First, archive.Days.End, skip, take, site.Language, http.RequestAborted);
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
