using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Feeds;

/// <summary>RSS of the paper, of a section, and of the replies to an article; the newest twenty, in full.</summary>
public sealed partial class ShowFeed(ReadingRoom room, Site site)
{
    private const int Newest = 20;
    private const string ContentType = "application/rss+xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPages().MapGet("/feed/", (ShowFeed feeds, CancellationToken stop) => feeds.OfPaperAsync(stop));

    public Task<IResult> OfPaperAsync(CancellationToken stop) => ArticlesAsync(site.Name, "/", Names.Articles, stop);

    /// <param name="path">The section's; decoded.</param>
    public async Task<IResult> OfSectionAsync(string path, CancellationToken stop) =>
        await room.AskAsync(db => db.Sections.SingleOrDefaultAsync(s => s.Path == path, stop), Names.Sections) is { } section
            ? await ArticlesAsync(site.Titled(section.Name), Links.Encoded(path), Names.Section(section.Id), stop) : Results.NotFound();

    public async Task<IResult> OfRepliesAsync(long articleId, CancellationToken stop)
    {
        var article = await room.AskAsync(db => db.Articles.Where(a => a.Id == articleId && a.State == ArticleState.Published)
            .Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Path, r.Headline, r.Language }).SingleOrDefaultAsync(stop), Names.Article(articleId));
        if (article is null) return Results.NotFound();
        var replies = await room.AskAsync(db => db.Comments.Where(c => c.ArticleId == articleId && c.State == CommentState.Visible).OrderByDescending(c => c.Id).Take(Newest).ToListAsync(stop), Names.CommentsOn(articleId));
        var (path, language) = (Links.Encoded(article.Path), site.Languages.In(article.Language));
        var title = language.Say("replies_to", article.Headline);
        return Send(new Rss.Channel(title, site.Absolute(path), site.Absolute(path + "feed/"), title, article.Language, replies.FirstOrDefault()?.PostedAt), replies.Select(c => new Rss.Item(
            site.Absolute($"/#comment-{c.Id}"), false, language.Say("reply_by", c.Author), site.Absolute($"{path}#comment-{c.Id}"), c.PostedAt, [c.Author], PlainText.Of(c.Body), c.Body, [])));
    }

    private async Task<IResult> ArticlesAsync(string title, string path, string list, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => db.Listed.Where(l => l.List == list).OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId).Take(Newest)
            .Join(db.Articles, l => l.ArticleId, a => a.Id, (_, a) => a).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, a.Path, At = a.PublishedAt!.Value, r.Headline, r.Standfirst, r.Body, r.Credits, r.Topics, r.Language, r.MadeAt })
            .ToListAsync(stop), found => found.Select(r => Names.Article(r.Id)), list, Names.Sections);
        var channel = new Rss.Channel(title, site.Absolute(path), site.Absolute(path + "feed/"), site.Tagline.Length > 0 ? site.Tagline : title, site.Language.Tag, rows.Count == 0 ? null : rows.Max(r => r.MadeAt));
        return Send(channel, rows.OrderByDescending(r => r.At).Select(r => new Rss.Item(
            site.Absolute($"/?p={r.Id}"), false, r.Headline, site.Absolute(Links.Encoded(r.Path)), r.At, [.. r.Credits.Select(c => c.Name)],
            r.Standfirst ?? PlainText.Shorten(PlainText.Of(r.Body), 300), Whole(r.Body), [.. r.Topics.Select(t => t.Name)])));
    }

    private static IResult Send(Rss.Channel channel, IEnumerable<Rss.Item> items) => Pages.Send(Rss.Write(channel, items), ContentType);

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
