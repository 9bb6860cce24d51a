using Broadsheet.Data;
using Broadsheet.Data.Fronts;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Fronts;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Fronts;

/// <summary>The Top Stories in the hands of an editor: which pieces stand where, from when, until when, and under which headline.</summary>
public static class ArrangeFront
{
    /// <param name="Own">What the front calls it; null: its own headline.</param>
    /// <param name="Kept">An editor put it there; else rank and freshness did.</param>
    /// <param name="From">UTC; null: from now on.</param>
    /// <param name="Until">UTC; null: until it is taken away.</param>
    public sealed record Place(int Position, long ArticleId, string Headline, string? Own, long? PictureId, bool Kept, DateTime? From, DateTime? Until);

    /// <param name="Later">Slots whose time is still to come.</param>
    public sealed record View(IReadOnlyList<Place> Places, IReadOnlyList<Place> Later, string? Refused, string? Done);

    /// <summary>One line of the form.</summary>
    private sealed record Wish(int Position, long ArticleId, string? Own, long? PictureId, DateTime? From, DateTime? Until);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapGet("/front/", Handle).Needs(Right.ArrangeFront);
        newsroom.MapPost("/front/", Save).Needs(Right.ArrangeFront);
        newsroom.MapPost("/front/preview", Preview).Needs(Right.ArrangeFront);
    }

    internal static async Task<IResult> Handle(string? done, NewsDb db, ReadingRoom room, TimeProvider clock, CancellationToken stop) =>
        Newsroom.Page<ArrangeFrontPage>("Front", await ViewAsync(db, room, clock.UtcNow(), null, done is null ? null : "The front stands as arranged.", stop));

    internal static async Task<IResult> Save(IFormCollection sent, SignedIn me, NewsDb db, ReadingRoom room, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var wishes = await WishesAsync(sent, db, site.Zone, now, stop);
        if (wishes.Refused is { } refusal) return Newsroom.Page<ArrangeFrontPage>("Front", await ViewAsync(db, room, now, refusal.ToString(), null, stop), refusal.Status());
        await using var write = await Write.AloneAsync(db, stop);
        var open = await SlotBook.OpenAsync(db, now, stop);
        // A slot that stays as it is keeps its row, and with it since when it stands.
        var gone = open.Where(slot => !wishes.Value.Any(w => Is(slot, w, now))).Select(s => s.Id).ToHashSet();
        await SlotBook.EndAsync(db, s => gone.Contains(s.Id), now, stop);
        foreach (var wish in wishes.Value.Where(w => !open.Any(slot => Is(slot, w, now)))) SlotBook.Put(db, SlotOf(wish, now));
        db.Audit.Add(new AuditEntry(me, "arranged the front", null, string.Join(", ", wishes.Value.Select(w => $"{w.Position}: article {w.ArticleId}")), now));
        await write.CommitAsync(now, stop);
        return Results.Extensions.SeeOther("/newsroom/front/?done=yes");
    }

    /// <summary>The real front page as it would be.</summary>
    internal static async Task<IResult> Preview(IFormCollection sent, NewsDb db, ReadingRoom room, CardList cards, Site site, SiteSettings settings, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var wishes = await WishesAsync(sent, db, settings.Zone, now, stop);
        if (wishes.Refused is { } refusal) return Refusals.Page(refusal);
        return await ShowFront.DrawAsync([.. wishes.Value.Select(w => SlotOf(w, now)).Where(s => s.StandsAt(now))], room, cards, site, stop, proof: true);
    }

    private static bool Is(Slot slot, Wish wish, DateTime now) =>
        (slot.Position, slot.ArticleId, slot.Headline, slot.PictureId, slot.EndsAt) == (wish.Position, wish.ArticleId, wish.Own, wish.PictureId, wish.Until) && (slot.StartsAt <= now ? wish.From is null || wish.From <= now : slot.StartsAt == wish.From);

    private static Slot SlotOf(Wish wish, DateTime now) => new(wish.Position, wish.ArticleId, wish.From > now ? wish.From.Value : now, wish.Until, wish.Own, wish.PictureId);

    private static async Task<Result<List<Wish>>> WishesAsync(IFormCollection sent, NewsDb db, TimeZoneInfo zone, DateTime now, CancellationToken stop)
    {
        List<Wish> wishes = [];
        var (lines, articles, positions) = (sent["line"], sent["article"], sent["position"]);
        for (var at = 0; at < Math.Min(Math.Min(lines.Count, articles.Count), positions.Count); at++)
        {
            var line = lines[at];
            if (At(sent, "kept", line) is null || articles[at]?.Trim() is not { Length: > 0 } named) continue;
            if (await ArticleAsync(named, db, stop) is not { } article) return Refusal.Invalid("There is no published article \"{0}\".", named);
            if (!int.TryParse(positions[at], out var position) || position is < 1 or > ShowFront.TopPlaces) return Refusal.Invalid("A place is a number from 1 to {0}.", ShowFront.TopPlaces);
            var own = At(sent, "headline", line);
            if (own?.Length > Slot.LongestHeadline) return Refusal.Invalid("A headline has at most {0} characters.", Slot.LongestHeadline);
            if (At(sent, "picture", line) is { } picture && !(long.TryParse(picture, out var id) && await db.Pictures.AnyAsync(p => p.Id == id, stop))) return Refusal.Invalid("There is no picture {0}.", picture);
            var (from, until) = (LocalTime.Read(At(sent, "from", line), zone), LocalTime.Read(At(sent, "until", line), zone));
            if (until <= (from > now ? from : now)) return Refusal.Invalid("A slot ends after it begins, and in the future.");
            wishes.Add(new(position, article, own, long.TryParse(At(sent, "picture", line), out var shown) ? shown : null, from, until));
        }
        if (wishes.Where(w => !(w.From > now)).GroupBy(w => w.Position).FirstOrDefault(g => g.Count() > 1) is { } twice) return Refusal.Conflict("Two articles want place {0} at the same time.", twice.Key);
        return wishes;
    }

    // Fields are named by their line, because a browser leaves out boxes that are not ticked, and a line may have been moved.
    private static string? At(IFormCollection sent, string field, string? line) => sent[$"{field}-{line}"].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <param name="named">A number, or an address, with or without the host.</param>
    private static async Task<long?> ArticleAsync(string named, NewsDb db, CancellationToken stop)
    {
        var published = db.Articles.Where(a => a.State == ArticleState.Published);
        if (long.TryParse(named, out var id)) return await published.Where(a => a.Id == id).Select(a => (long?)a.Id).SingleOrDefaultAsync(stop);
        var path = Uri.UnescapeDataString(Uri.TryCreate(named, UriKind.Absolute, out var uri) && uri.Scheme != "file" ? uri.AbsolutePath : named);
        return await published.Where(a => a.Path == path || a.Path == path + "/").Select(a => (long?)a.Id).FirstOrDefaultAsync(stop);
    }

    private static async Task<View> ViewAsync(NewsDb db, ReadingRoom room, DateTime now, string? refused, string? done, CancellationToken stop)
    {
        var open = await SlotBook.OpenAsync(db, now, stop);
        var standing = open.Where(s => s.StandsAt(now)).ToList();
        var top = await ShowFront.TopStoriesAsync(room, await ShowFront.CandidatesAsync(room, stop), standing, stop);
        var ids = top.Concat(open.Select(s => s.ArticleId)).ToList();
        var headlines = await db.Articles.Where(a => ids.Contains(a.Id)).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, r.Headline }).ToDictionaryAsync(a => a.Id, a => a.Headline, stop);
        Place Of(Slot s) => new(s.Position, s.ArticleId, headlines.GetValueOrDefault(s.ArticleId, ""), s.Headline, s.PictureId, true, s.StartsAt > now ? s.StartsAt : null, s.EndsAt);
        return new View(
            [.. top.Select((id, index) => standing.LastOrDefault(s => s.Position == index + 1 && s.ArticleId == id) is { } slot ? Of(slot) : new Place(index + 1, id, headlines[id], null, null, false, null, null))],
            [.. open.Where(s => s.StartsAt > now).Select(Of)], refused, done);
    }
}
