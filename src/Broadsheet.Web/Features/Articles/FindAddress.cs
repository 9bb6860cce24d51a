using Broadsheet.Data.Reading;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Archives;
using Broadsheet.Web.Features.Feeds;
using Broadsheet.Web.Features.Redirects;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Articles;

/// <summary>Every address that no other page has: an article, a section, one of their feeds or text forms, or an older address that redirects.</summary>
public static class FindAddress
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().MapGet("/{**path}", Handle).WithOrder(int.MaxValue);

    internal static async Task<IResult> Handle(HttpContext http, ReadingRoom room, ShowArticle articles, ShowFeed feeds, CancellationToken stop)
    {
        var path = PlainText.Whole(http.Request.Path.Value!).Normalize();
        if (await Piece.AtAsync(path, room, stop) is { } article) return article.Path == path ? await articles.PageAsync(article, http, stop) : Moved(article.Path, "", http);
        if (!path.EndsWith('/') && !Path.HasExtension(path) && await RedirectIfKnownAsync(path + "/", http, room, stop) is { } whole) return whole;
        if (await ShowArchive.SectionAsync(http, path) is { } section) return section;
        if (Inner(path, "feed/") is { } fed && await FeedAsync(fed, room, feeds, http, stop) is { } feed) return feed;
        if (Inner(path, "text/") is { } plain && await Piece.AtAsync(plain, room, stop) is { } text) return text.Path == plain ? await articles.TextAsync(text, stop) : Moved(text.Path, "text/", http);
        var old = await OldAddresses.LeadAsync(path, http.Request.Query, room, stop) ?? await OldAddresses.LeadAsync(path, room, stop) ?? await OldPatterns.LeadAsync(path, http.Request.QueryString.Value ?? "", room, stop);
        return old is { } target ? Results.LocalRedirect(target, permanent: true) : Results.NotFound();
    }

    private static async Task<IResult?> FeedAsync(string path, ReadingRoom room, ShowFeed feeds, HttpContext http, CancellationToken stop)
    {
        if (await Piece.AtAsync(path, room, stop) is not { } article) return await feeds.OfSectionAsync(path, stop);
        if (article.Path != path) return Moved(article.Path, "feed/", http);
        return article.IsPublished ? await feeds.OfRepliesAsync(article.Id, article.Path, article.Headline, article.Language, stop) : Results.NotFound();
    }

    private static async Task<IResult?> RedirectIfKnownAsync(string path, HttpContext http, ReadingRoom room, CancellationToken stop)
    {
        var known = await Piece.AtAsync(path, room, stop) is not null || (await SectionTree.OfAsync(room, stop)).At(path) is not null || path.EndsWith("/feed/") || path.EndsWith("/text/");
        return known ? Moved(path, "", http) : null;
    }

    private static IResult Moved(string path, string ending, HttpContext http) =>
        Results.LocalRedirect(Links.Encoded(path) + ending + http.Request.QueryString, permanent: true);

    private static string? Inner(string path, string ending) =>
        path.EndsWith("/" + ending, StringComparison.Ordinal) && path.Length > ending.Length + 1 ? path[..^ending.Length] : null;
}
