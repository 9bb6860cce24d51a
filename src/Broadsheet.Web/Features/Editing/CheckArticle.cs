using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Checks;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Desk;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>What the copy desk's checks see in a piece while it is written, and what somebody lets stand.</summary>
public static class CheckArticle
{
    public sealed record Form(string? Key);

    public sealed record Line(string Severity, string Sentence, string Field, int Paragraph, string? Quote, string Key);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapGet("/articles/{id:long}/findings", Handle).Needs(Right.Write);
        newsroom.MapPost("/articles/{id:long}/findings/dismissals", Dismiss).Needs(Right.Write);
    }

    internal static async Task<IResult> Handle(long id, SignedIn me, NewsDb db, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        if (open.Refused is { } refusal) return Refusals.Json(refusal);
        if (open.Value.Work is not { } work) return Results.Json(Array.Empty<Line>());
        var findings = await CheckDesk.FindingsAsync(db, open.Value.Article, work, site.Zone, clock.UtcNow(), stop);
        return Results.Json(findings.Select(f => new Line(f.Severity.ToString().ToLowerInvariant(), f.ToString(), f.Place.Field, f.Place.Paragraph, f.Place.Words, f.Key)));
    }

    /// <summary>What refuses a publication is not dismissed, but overridden at the publication, by who may.</summary>
    internal static async Task<IResult> Dismiss(long id, Form form, SignedIn me, NewsDb db, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        await using var write = await Write.AloneAsync(db, stop);
        var (open, now) = (await OpenArticle.FindAsync(db, id, me, stop), clock.UtcNow());
        if (open.Refused is { } refusal) return Refusals.Json(refusal);
        if (await db.Dismissed.AnyAsync(d => d.ArticleId == id && d.Finding == form.Key, stop)) return Results.NoContent();
        var found = open.Value.Work is { } work ? (await CheckDesk.FindingsAsync(db, open.Value.Article, work, site.Zone, now, stop)).FirstOrDefault(f => f.Key == form.Key) : null;
        if (found is null) return Refusals.Json(Refusal.NotFound("The text has changed: this is no longer found in it."));
        if (found.Severity == Severity.Refuse) return Refusals.Json(Refusal.NotAllowed("This has to be mended, or a publisher publishes in spite of it."));
        db.Dismissed.Add(new Dismissed(id, found.Key, me.Id, now));
        db.Audit.Add(new AuditEntry(me, "let a finding stand", id, found.ToString(), now));
        await write.CommitAsync(now, stop);
        return Results.NoContent();
    }
}
