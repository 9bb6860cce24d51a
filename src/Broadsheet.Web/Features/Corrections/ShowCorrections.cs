using System.Net;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Features.Feeds;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Corrections;

/// <summary>Everything that the paper has corrected, clarified, added or retracted: the newest first, in pages and as a feed.</summary>
public static class ShowCorrections
{
    public const string Path = "/corrections/";
    private const int PerPage = 20;

    /// <param name="Language">Of the article, which the notice is written in.</param>
    /// <param name="SameLanguage">False when that is another one than the page around it.</param>
    public sealed record Item(NoticeView Notice, string Headline, string Url, string Language, string Direction, bool SameLanguage);

    public sealed record View(IReadOnlyList<Item> Notices, PagesView Pages, string FeedUrl);

    private sealed record Row(long ArticleId, int Position, Correction Notice, string ArticlePath, string Headline, string Language);

    private static readonly Question<Row> Newest = new("""
        select l.article_id, l.position, l.at, l.kind, l.text, a.path, r.headline, r.language
        from (select * from listed_correction order by at desc, article_id desc, position desc limit @p1 offset @p0) l
        join article a on a.id = l.article_id join revision r on r.id = a.revision_id where a.state = 'Published'
        """, row => new(row.GetInt64(0), row.GetInt32(1), new(Enum.Parse<CorrectionKind>(row.GetString(3)), row.Time(2), row.GetString(4)), row.GetString(5), row.GetString(6), row.GetString(7)));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet(Path, Page);
        pages.MapGet(Path + "feed/", Feed);
    }

    internal static async Task<IResult> Page(int? page, ReadingRoom room, Site site, CancellationToken stop)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var rows = await RowsAsync(room, (number - 1) * PerPage, PerPage + 1, stop);
        if (rows.Count == 0 && number > 1) return Results.NotFound();
        var pages = new PagesView(number, number > 1 ? Links.Page(Path, number - 1) : null, rows.Count > PerPage ? Links.Page(Path, number + 1) : null);
        var language = site.Language;
        var title = number == 1 ? language.Say("corrections_title") : $"{language.Say("corrections_title")}, {language.Say("page_number", number)}";
        var head = new PageHead("corrections", site.Titled(title), language, Links.Page(Path, number))
        {
            Description = language.Say("corrections_intro"), PrevUrl = pages.PrevUrl, NextUrl = pages.NextUrl, Feeds = [new(site.Titled(language.Say("corrections_title")), Path + "feed/")],
        };
        return Pages.Show("corrections", head, new View([.. rows.Take(PerPage).Select(row => ItemOf(row, site))], pages, Path + "feed/"));
    }

    internal static async Task<IResult> Feed(ReadingRoom room, Site site, CancellationToken stop)
    {
        var rows = await RowsAsync(room, 0, PerPage, stop);
        var title = site.Titled(site.Language.Say("corrections_title"));
        var channel = new Rss.Channel(title, site.Absolute(Path), site.Absolute(Path + "feed/"), site.Language.Say("corrections_intro"), site.Language.Tag, rows.Count == 0 ? null : rows.Max(r => r.Notice.At));
        return ShowFeed.Send(channel, rows.Select(row =>
        {
            var item = ItemOf(row, site);
            return new Rss.Item(
                site.Absolute($"/?p={row.ArticleId}#notice-{row.Position}"), false, $"{item.Notice.Label}: {row.Headline}", site.Absolute(item.Url), row.Notice.At, [], row.Notice.Text,
                $"<p>{WebUtility.HtmlEncode(row.Notice.Text).Replace("\n", "<br>")}</p>", [item.Notice.Label]);
        }));
    }

    private static async Task<List<Row>> RowsAsync(ReadingRoom room, int skip, int take, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => Newest.AllAsync(db, stop, skip, take), Names.Corrections, Names.NoArticle);
        // Whatever changes at an article that has notices touches their list too. Sorted once more, because a join may hand the rows over in any order.
        return [.. rows.OrderByDescending(r => r.Notice.At).ThenByDescending(r => r.ArticleId).ThenByDescending(r => r.Position)];
    }

    private static Item ItemOf(Row row, Site site)
    {
        var language = site.Languages.In(row.Language);
        return new(NoticeView.Of(row.Notice, site.Language), row.Headline, Links.Encoded(row.ArticlePath) + "#notices", row.Language, language.Direction, row.Language == site.Language.Tag);
    }
}
