using System.Globalization;
using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>A piece as readers will see it, in the real theme: for the desk, and by a link that ends for whoever has it.</summary>
public static class PreviewArticle
{
    private static readonly TimeSpan LinkHolds = TimeSpan.FromDays(7);

    /// <param name="Url">Without the host.</param>
    public sealed record Link(string Url, DateTime Until);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapGet("/articles/{id:long}/preview", Handle).Needs(Right.Write);
        newsroom.MapPost("/articles/{id:long}/preview", Share).Needs(Right.Write);
        newsroom.MapGet("/shared/{id:long}/{until:long}/{stamp}", Shared).ForAnybody();
    }

    /// <param name="number">One of the drafts; null: what is in work.</param>
    internal static async Task<IResult> Handle(long id, int? number, SignedIn me, NewsDb db, ShowArticle articles, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        if (open.Refused is { } refusal) return Refusals.Page(refusal);
        var copy = number is null ? open.Value.Work?.Copy : (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ArticleId == id && d.Number == number, stop))?.Copy;
        return await ShowAsync(open.Value.Article, copy, db, articles, clock, http, stop);
    }

    internal static async Task<IResult> Share(long id, SignedIn me, NewsDb db, Seal seal, TimeProvider clock, CancellationToken stop)
    {
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        if (open.Refused is { } refusal) return Refusals.Json(refusal);
        var until = clock.UtcNow() + LinkHolds;
        var seconds = new DateTimeOffset(until, TimeSpan.Zero).ToUnixTimeSeconds();
        db.Audit.Add(new AuditEntry(me, "shared a preview", id, $"until {until:yyyy-MM-dd HH:mm} UTC", clock.UtcNow()));
        await db.SaveChangesAsync(stop);
        return Results.Json(new Link(string.Create(CultureInfo.InvariantCulture, $"/newsroom/shared/{id}/{seconds}/{seal.Stamp(Purpose(id, seconds))}"), until));
    }

    internal static async Task<IResult> Shared(long id, long until, string stamp, NewsDb db, Seal seal, ShowArticle articles, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (!seal.IsStamp(stamp, Purpose(id, until))) return Refusals.Page(Refusal.NotFound("This link is not whole. Ask for it again."));
        if (DateTimeOffset.FromUnixTimeSeconds(until).UtcDateTime < clock.UtcNow()) return Refusals.Page(Refusal.Gone("This link has ended. Ask for a new one."));
        if (await db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } article) return Refusals.Page(Refusal.NotFound("There is no such article."));
        return await ShowAsync(article, (await db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(w => w.ArticleId == id, stop))?.Copy, db, articles, clock, http, stop);
    }

    private static string Purpose(long id, long until) => $"preview of {id} until {until}";

    /// <param name="copy">Null: what readers see already.</param>
    private static async Task<IResult> ShowAsync(Article article, Copy? copy, NewsDb db, ShowArticle articles, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        copy ??= (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == article.RevisionId, stop))?.Copy();
        return copy is null ? Refusals.Page(Refusal.NotFound("There is no such draft.")) : await articles.ProofAsync(Piece.Proof(article, copy, clock.GetUtcNow().UtcDateTime), http, stop);
    }
}
