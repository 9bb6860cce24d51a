using System.Net;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Search;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Search;

/// <summary>Finds published articles by their words.</summary>
public static class ShowSearch
{
    private const int PerPage = 20, Suggestions = 6, LongestQuery = 200, SnippetLength = 220;

    public sealed record Hit(CardView Card, string SnippetHtml);

    public sealed record View(string Query, IReadOnlyList<Hit> Hits, int Total, PagesView Pages, IReadOnlyList<CardView> Suggestions);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().MapGet("/search", Handle);

    internal static async Task<IResult> Handle(string? q, int? page, ReadingRoom room, CardList cards, Site site, CancellationToken stop)
    {
        var query = PlainText.Shorten(new string([.. (q ?? "").Where(c => !char.IsControl(c))]).Trim(), LongestQuery);
        var number = Math.Clamp(page ?? 1, 1, 1000);
        var (ids, total) = await room.AskAsync(db => ArticleSearch.FindAsync(db, query, (number - 1) * PerPage, PerPage, stop), Names.Words);
        var hits = await HitsAsync(ids, query, room, cards, site, stop);
        var suggestions = total > 0 ? [] : await cards.NewestAsync(Names.Articles, 0, Suggestions, site.Language, stop);

        string Page(int to) => $"/search?q={Uri.EscapeDataString(query)}{(to > 1 ? $"&page={to}" : "")}";
        var pages = new PagesView(number, number > 1 ? Page(number - 1) : null, number * PerPage < total ? Page(number + 1) : null);
        var title = query.Length > 0 ? site.Language.Say("search_title_for", query) : site.Language.Say("search_title");
        return Pages.Show("search", new PageHead("search", site.Titled(title), site.Language, "/search") { Noindex = true }, new View(query, hits, total, pages, suggestions));
    }

    private static async Task<List<Hit>> HitsAsync(List<long> ids, string query, ReadingRoom room, CardList cards, Site site, CancellationToken stop)
    {
        var found = await cards.OfAsync(ids, site.Language, stop);
        var bodies = await room.AskAsync(db => db.Articles.Where(a => ids.Contains(a.Id)).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, r.Body }).ToDictionaryAsync(a => a.Id, a => a.Body, stop), Names.Words);
        var words = SoughtWord.In(query).SelectMany(w => w.Forms).ToHashSet();
        return [.. found.Select(card => new Hit(card, Snippet(PlainText.Of(bodies[card.Id]), words, card.Language)))];
    }

    /// <summary>The first sentence or so that holds a word of the query, with those words marked.</summary>
    private static string Snippet(string text, HashSet<string> words, string language)
    {
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = Math.Max(0, Array.FindIndex(tokens, t => Words.In(t, language).Any(words.Contains)) - 8);
        var shown = PlainText.Shorten(string.Join(' ', tokens.Skip(first).Take(60)), SnippetLength).Split(' ');
        return (first > 0 ? "… " : "") + string.Join(' ', shown.Select(t =>
            Words.In(t, language).Any(words.Contains) ? $"<mark>{WebUtility.HtmlEncode(t)}</mark>" : WebUtility.HtmlEncode(t)));
    }
}
