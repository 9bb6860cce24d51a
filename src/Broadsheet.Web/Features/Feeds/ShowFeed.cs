using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>RSS of the paper, of a section, and of the replies to an article; the newest twenty, in full.</summary>
public sealed partial class ShowFeed(ReadingRoom room, Site site)
{
    private const int Newest = 20;
    private const string ContentType = "application/rss+xml; charset=utf-8";

    private sealed record Reply(long Id, string Author, string Body, DateTime PostedAt);

    private static readonly Question<Reply> Replies = new(
        "select id, author, body, posted_at from comment where article_id = @p0 and state = 'Visible' order by id desc limit @p1",
        row => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Time(3)));

    private sealed record Row(long Id, string Path, DateTime At, string Headline, string? Standfirst, string Body, IReadOnlyList<Credit> Credits, IReadOnlyList<TopicMark> Topics, DateTime MadeAt, string? Guid);

    private static readonly Question<Row> Articles = new("""
        select a.id, a.path, a.published_at, r.headline, r.standfirst, r.body, r.credits, r.topics, r.made_at, a.guid
        from (select article_id from listed where list = @p0 order by published_at desc, article_id desc limit @p1) l
        join article a on a.id = l.article_id join revision r on r.id = a.revision_id
        """, row => new(row.GetInt64(0), row.GetString(1), row.Time(2), row.GetString(3), row.TextOrNull(4), row.GetString(5), row.Json<List<Credit>>(6), row.Json<List<TopicMark>>(7), row.Time(8), row.TextOrNull(9)));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPages().MapGet("/feed/", (ShowFeed feeds, CancellationToken stop) => feeds.OfPaperAsync(stop));

    public Task<IResult> OfPaperAsync(CancellationToken stop) => ArticlesAsync(site.Name, "/", Names.Articles, stop);

    /// <param name="path">The section's; decoded.</param>
    /// <returns>Null when there is no such section.</returns>
    public async Task<IResult?> OfSectionAsync(string path, CancellationToken stop) =>
        (await SectionTree.OfAsync(room, stop)).At(path) is { } section
            ? await ArticlesAsync(site.Titled(section.Name), Links.Encoded(path), Names.Section(section.Id), stop) : null;

    /// <param name="path">Of an article that readers may see; decoded.</param>
    public async Task<IResult> OfRepliesAsync(long articleId, string path, string headline, string languageTag, CancellationToken stop)
    {
        var replies = await room.AskAsync(db => Replies.AllAsync(db, stop, articleId, Newest), Names.CommentsOn(articleId));
        var (url, language) = (Links.Encoded(path), site.Languages.In(languageTag));
        var title = language.Say("replies_to", headline);
        return Send(new Rss.Channel(title, site.Absolute(url), site.Absolute(url + "feed/"), title, languageTag, replies.FirstOrDefault()?.PostedAt), replies.Select(c => new Rss.Item(
            site.Absolute($"/#comment-{c.Id}"), false, language.Say("reply_by", c.Author), site.Absolute($"{url}#comment-{c.Id}"), c.PostedAt, [c.Author], PlainText.Of(c.Body), c.Body, [])));
    }

    private async Task<IResult> ArticlesAsync(string title, string path, string list, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => Articles.AllAsync(db, stop, list, Newest), found => found.Select(r => Names.Article(r.Id)), list, Names.Sections);
        var channel = new Rss.Channel(title, site.Absolute(path), site.Absolute(path + "feed/"), site.Tagline.Length > 0 ? site.Tagline : title, site.Language.Tag, rows.Count == 0 ? null : rows.Max(r => r.MadeAt));
        return Send(channel, rows.OrderByDescending(r => r.At).Select(r => new Rss.Item(
            r.Guid ?? site.Absolute($"/?p={r.Id}"), false, r.Headline, site.Absolute(Links.Encoded(r.Path)), r.At, [.. r.Credits.Select(c => c.Name)],
            r.Standfirst ?? PlainText.Shorten(PlainText.Of(r.Body), 300), Whole(r.Body), [.. r.Topics.Select(t => t.Name)])));
    }

    public static IResult Send(Rss.Channel channel, IEnumerable<Rss.Item> items) => Pages.Send(Rss.Write(channel, items), ContentType);

    /// <summary>The body with absolute addresses, and embeds as plain links: a feed reader runs no script of ours.</summary>
    private string Whole(string body) =>
        OwnAddresses().Replace(Sources().Replace(EmbedData().Replace(body, ""), m => $"srcset=\"{m.Groups[1].Value.Replace("/media/", site.Url + "/media/")}\""), m => $"{m.Groups[1].Value}=\"{WebUtility.HtmlEncode(site.Url)}/");

    [GeneratedRegex("\\b(href|src)=\"/(?!/)")]
    private static partial Regex OwnAddresses();

    [GeneratedRegex("srcset=\"([^\"]*)\"")]
    private static partial Regex Sources();

    [GeneratedRegex(" (?:data-embed|tabindex|role|aria-label|class|sizes|loading)=\"[^\"]*\"")]
    private static partial Regex EmbedData();
}
