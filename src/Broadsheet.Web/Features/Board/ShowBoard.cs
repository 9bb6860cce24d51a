using Broadsheet.Domain;
using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Search;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Board;

/// <summary>What is in work and where it stands: the page that the newsroom begins with.</summary>
public static class ShowBoard
{
    public const int PerColumn = 40;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    /// <param name="More">More than are shown.</param>
    public sealed record Column(string Name, string Title, IReadOnlyList<BoardCard> Cards, bool More);

    public sealed record Named(long Id, string Name);

    /// <param name="Named">Articles in whose notes the reader of the board was named and has not looked since.</param>
    public sealed record View(IReadOnlyList<Column> Columns, BoardFilter Filter, IReadOnlyList<Named> Sections, IReadOnlyList<Named> Stories, IReadOnlyList<Named> Named);

    // Brought over as private or protected, they are drafts to the desk, and say so.
    private static readonly (string Name, string Title, WorkingState[] States)[] InWork =
    [
        ("draft", "Drafts", [WorkingState.Draft, WorkingState.Private, WorkingState.Protected]), ("inreview", "In review", [WorkingState.InReview]), ("approved", "Approved", [WorkingState.Approved]),
        ("scheduled", "Scheduled", [WorkingState.Scheduled]), ("bin", "Bin", [WorkingState.Trashed]),
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/", Handle);

    internal static async Task<IResult> Handle(string? column, long? section, string? person, long? story, string? date, string? q, SignedIn me, NewsDb db, ReadingRoom room, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        var filter = new BoardFilter(column, section, person, story, date, q);
        var names = new BoardNames(await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, stop), await db.Stories.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, stop), await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, stop));
        List<Column> columns = [];
        foreach (var (name, title, states) in InWork)
            if (name == "bin" ? filter.Column == "bin" : filter.Is(name)) columns.Add(new(name, title, [.. await InWorkAsync(name, states, filter, names, db, site, clock.UtcNow(), stop)], false));
        if (filter.Is("published")) columns.Add(new("published", "Published", await SeenAsync("published", ArticleState.Published, filter, names, db, room, site, clock.UtcNow(), stop), false));
        if (filter.Is("withdrawn")) columns.Add(new("withdrawn", "Withdrawn", await SeenAsync("withdrawn", ArticleState.Withdrawn, filter, names, db, room, site, clock.UtcNow(), stop), false));
        var most = filter.Column is null ? PerColumn : int.MaxValue;
        var named = await db.Mentions.Where(m => m.StaffId == me.Id && m.SeenAt == null).Join(db.Notes, m => m.NoteId, n => n.Id, (_, n) => n.ArticleId).Distinct().Take(10).ToListAsync(stop);
        return Newsroom.Page<BoardPage>("Board", new View(
            [.. columns.Select(c => c with { Cards = [.. c.Cards.Take(most)], More = c.Cards.Count > most })], filter,
            [.. names.Sections.OrderBy(s => s.Value).Select(s => new Named(s.Key, s.Value))], [.. names.Stories.OrderBy(s => s.Value).Select(s => new Named(s.Key, s.Value))],
            [.. columns.SelectMany(c => c.Cards).Where(c => named.Contains(c.Id)).Select(c => new Named(c.Id, c.Headline))]));
    }

    private static async Task<List<BoardCard>> InWorkAsync(string column, WorkingState[] states, BoardFilter filter, BoardNames names, NewsDb db, SiteSettings site, DateTime now, CancellationToken stop)
    {
        List<BoardCard> cards = [];
        var rows = db.WorkingCopies.AsNoTracking().Where(w => states.Contains(w.State)).Join(db.Articles, w => w.ArticleId, a => a.Id, (Work, Article) => new { Work, Article }).OrderByDescending(r => r.Work.SavedAt);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            var (work, copy) = (row.Work, row.Work.Copy);
            var by = work.SavedBy is { } id ? names.Staff.GetValueOrDefault(id) : null;
            if (filter.Section is { } section && copy.SectionId != section || filter.Story is { } story && copy.StoryId != story || !filter.HasPerson([by, .. (copy.Credits ?? []).Select(c => c.Name)])) continue;
            if (!filter.IsOn(work.DueAt ?? work.SavedAt, site.Zone) || !filter.HasWords(copy.Headline, copy.Body)) continue;
            var embargo = row.Article.EmbargoUntil > now ? row.Article.EmbargoUntil : null;
            cards.Add(new(work.ArticleId, column, Headline(copy.Headline), names.Sections.GetValueOrDefault(copy.SectionId, ""), Credits(copy.Credits), copy.StoryId is { } s ? names.Stories.GetValueOrDefault(s) : null,
                work.State == WorkingState.Scheduled ? work.DueAt ?? work.SavedAt : work.SavedAt, by, row.Article.RevisionId is not null, embargo, work.State is WorkingState.Private or WorkingState.Protected ? "was private on the old site" : null, 0, []));
        }
        return column == "scheduled" ? [.. (await WithCompanyAsync(cards, db, now, stop)).OrderBy(c => c.At)] : await WithCompanyAsync(cards, db, now, stop);
    }

    private static async Task<List<BoardCard>> SeenAsync(string column, ArticleState state, BoardFilter filter, BoardNames names, NewsDb db, ReadingRoom room, SiteSettings site, DateTime now, CancellationToken stop)
    {
        var articles = db.Articles.AsNoTracking().Where(a => a.State == state);
        if (!string.IsNullOrWhiteSpace(filter.Query) && state == ArticleState.Published)
        {
            var (found, _) = await room.AskAsync(c => ArticleSearch.FindAsync(c, filter.Query, 0, PerColumn, stop), Domain.Changes.Names.Words);
            articles = articles.Where(a => found.Contains(a.Id));
        }
        else if (filter.Day is { } day)
        {
            var from = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), site.Zone);
            articles = articles.Where(a => a.PublishedAt >= from && a.PublishedAt < from.AddDays(1));
        }
        else if (filter.IsEmpty) articles = articles.Where(a => a.PublishedAt >= now - Lately || a.WithdrawnAt >= now - 7 * Lately);
        if (filter.Section is { } section) articles = articles.Where(a => a.SectionId == section);
        if (filter.Story is { } story) articles = articles.Where(a => a.StoryId == story);
        var rows = await articles.OrderByDescending(a => a.PublishedAt).Take(5 * PerColumn).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, a.PublishedAt, a.WithdrawnAt, a.SectionId, a.StoryId, r.Headline, r.Credits }).OrderByDescending(a => a.PublishedAt).ToListAsync(stop);
        return await WithCompanyAsync([.. rows.Where(r => filter.HasPerson(r.Credits.Select(c => c.Name)) && (state == ArticleState.Published || filter.HasWords(r.Headline, ""))).Select(r => new BoardCard(
            r.Id, column, r.Headline, names.Sections.GetValueOrDefault(r.SectionId, ""), Credits(r.Credits), r.StoryId is { } s ? names.Stories.GetValueOrDefault(s) : null, r.WithdrawnAt ?? r.PublishedAt!.Value, null, false, null, null, 0, []))], db, now, stop);
    }

    private static async Task<List<BoardCard>> WithCompanyAsync(List<BoardCard> cards, NewsDb db, DateTime now, CancellationToken stop)
    {
        var ids = cards.Select(c => c.Id).ToList();
        var since = now - Presence.Patience;
        var present = await db.Presences.Where(p => p.SeenAt >= since).Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => new { p.ArticleId, s.Name }).ToListAsync(stop);
        var notes = await db.Notes.Where(n => n.ResolvedAt == null && n.ParentId == null && ids.Contains(n.ArticleId)).GroupBy(n => n.ArticleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. cards.Select(c => c with { Present = [.. present.Where(p => p.ArticleId == c.Id).Select(p => p.Name).Distinct()], OpenNotes = notes.GetValueOrDefault(c.Id) })];
    }

    private static string Headline(string headline) => headline.Length > 0 ? headline : "(no headline yet)";

    private static string Credits(IReadOnlyList<Credit>? credits) => string.Join(", ", (credits ?? []).Select(c => c.Name));

    private sealed record BoardNames(Dictionary<long, string> Sections, Dictionary<long, string> Stories, Dictionary<long, string> Staff);
}
