using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Fronts;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Fronts;

/// <summary>The Top Stories as they stood at an earlier time, with the headlines of that time: from the slots, which are never removed, and the log of revisions.</summary>
/// <remarks>How many replies a piece had then is not known; where two were ranked by that, today's number decides.</remarks>
public static class ShowPastFront
{
    private const int MostCandidates = 120;

    public sealed record Line(int Position, long ArticleId, string Headline, bool Kept);

    /// <param name="At">UTC.</param>
    public sealed record View(DateTime At, IReadOnlyList<Line> Lines, string? Refused);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/front/past", Handle).Needs(Right.ArrangeFront);

    internal static async Task<IResult> Handle(string? at, NewsDb db, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        if (at is null) return Newsroom.Page<PastFrontPage>("Earlier fronts", new View(now, await LinesAsync(db, now, stop), null));
        if (LocalTime.Read(at, site.Zone) is not { Year: >= 1900 } moment) return Newsroom.Page<PastFrontPage>("Earlier fronts", new View(now, [], "Choose a day and a time."), 422);
        return Newsroom.Page<PastFrontPage>("Earlier fronts", new View(moment, await LinesAsync(db, moment, stop), moment > now ? "That time is still to come: this is what is known of it." : null));
    }

    private static async Task<List<Line>> LinesAsync(NewsDb db, DateTime moment, CancellationToken stop)
    {
        var seen = db.Articles.AsNoTracking().Where(a => (a.State == ArticleState.Published || a.WithdrawnAt > moment) && db.Revisions.Any(r => r.ArticleId == a.Id && r.MadeAt <= moment));
        var candidates = await seen.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(MostCandidates).Select(a => new Candidate(a.Id, a.PublishedAt!.Value, a.Rank, a.Replies, a.SectionId, a.StoryId)).ToListAsync(stop);
        var slots = (await db.Slots.AsNoTracking().Where(s => s.StartsAt <= moment && (s.EndsAt == null || s.EndsAt > moment)).OrderBy(s => s.Id).ToListAsync(stop)).GroupBy(s => s.Position).ToDictionary(g => g.Key, g => g.Last());
        var named = slots.Values.Select(s => s.ArticleId).ToList();
        var showable = (await seen.Where(a => named.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop)).ToHashSet();
        var top = TopStories.Fill(slots.ToDictionary(s => s.Key, s => s.Value.ArticleId), showable, candidates, ShowFront.TopPlaces);
        var headlines = (await db.Revisions.AsNoTracking().Where(r => top.Contains(r.ArticleId) && r.MadeAt <= moment).Select(r => new { r.ArticleId, r.Number, r.Headline }).ToListAsync(stop)).GroupBy(r => r.ArticleId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!.Headline);
        return [.. top.Select((id, index) => slots.TryGetValue(index + 1, out var slot) && slot.ArticleId == id ? new Line(index + 1, id, slot.Headline ?? headlines[id], true) : new Line(index + 1, id, headlines[id], false))];
    }
}
