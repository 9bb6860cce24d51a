using Broadsheet.Data;
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
    private const int PerPage = 20, Suggestions = 6, LongestQuery = 200;

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
        var bodies = await room.AskAsync(db => Bodies(db, [.. ids]).ToDictionaryAsync(a => a.Id, a => a.Text, cancellationToken: stop).AsTask(), Names.Words);
        var passage = new Passage(SoughtWord.In(query).SelectMany(w => w.Forms));
        return [.. found.Select(card => new Hit(card, passage.In(bodies[card.Id], card.Language)))];
    }

    private sealed record Body(long Id, string Text);

    private static readonly Func<NewsDb, long[], IAsyncEnumerable<Body>> Bodies = EF.CompileAsyncQuery((NewsDb db, long[] ids) =>
        db.Articles.Where(a => ids.Contains(a.Id)).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new Body(a.Id, r.Body)));
}
