using Broadsheet.Data.Reading;
using Broadsheet.Data.Search;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;

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
        var bodies = await room.AskAsync(db => Bodies.AllAsync(db, stop, ids.ToArray()), Names.Words);
        var texts = bodies.ToDictionary(b => b.Id, b => b.Text);
        var passage = new Passage(SoughtWord.In(query).SelectMany(w => w.Forms));
        return [.. found.Select(card => new Hit(card, passage.In(texts[card.Id], card.Language)))];
    }

    private static readonly Question<(long Id, string Text)> Bodies = new(
        "select a.id, r.body from article a join revision r on r.id = a.revision_id where a.id in @p0", row => (row.GetInt64(0), row.GetString(1)));
}
