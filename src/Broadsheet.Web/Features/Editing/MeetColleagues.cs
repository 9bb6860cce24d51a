using Broadsheet.Domain;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>A window tells that it has an article open, and hears who else has.</summary>
public static class MeetColleagues
{
    public sealed record Form(string? Sitting, bool Writing);

    public sealed record Colleague(string Name, bool Writing);

    /// <param name="Head">The draft that the article stands at.</param>
    public sealed record Company(int Head, IReadOnlyList<Colleague> Others);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapPost("/articles/{id:long}/presence", Handle).Needs(Right.Write);
        newsroom.MapPost("/articles/{id:long}/presence/end", Leave).Needs(Right.Write);
    }

    internal static async Task<IResult> Handle(long id, Form form, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (form.Sitting is not { Length: > 0 and <= 64 } sitting) return Refusals.Json(Domain.Refusal.Invalid("The window is needed."));
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        if (open.Refused is { } refusal) return Refusals.Json(refusal);
        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        await db.Presences.Where(p => p.SeenAt < now - Presence.Patience).ExecuteDeleteAsync(stop);
        if (await db.Presences.SingleOrDefaultAsync(p => p.ArticleId == id && p.Sitting == sitting, stop) is { } known) known.See(form.Writing, now);
        else db.Presences.Add(new Presence(id, me.Id, sitting, form.Writing, now));
        await write.CommitAsync(now, stop);
        // In another window one is a colleague of oneself.
        var others = await db.Presences.Where(p => p.ArticleId == id && p.Sitting != sitting).Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => new { s.Name, p.Writing }).ToListAsync(stop);
        return Results.Json(new Company(open.Value.Work?.Number ?? 0, [.. others.GroupBy(o => o.Name).Select(o => new Colleague(o.Key, o.Any(w => w.Writing)))]));
    }

    internal static async Task<IResult> Leave(long id, [FromForm] string? sitting, SignedIn me, NewsDb db, CancellationToken stop)
    {
        await db.Presences.Where(p => p.ArticleId == id && p.StaffId == me.Id && p.Sitting == sitting).ExecuteDeleteAsync(stop);
        return Results.NoContent();
    }
}
