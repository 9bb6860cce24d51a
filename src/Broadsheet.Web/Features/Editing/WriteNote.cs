using Broadsheet.Domain;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>Colleagues talk about a piece beside it: notes, answers, and who is named in them.</summary>
public static class WriteNote
{
    public sealed record Form(string? Text, string? Anchor, long? Parent);

    public sealed record Resolution(bool Resolved);

    public sealed record Line(long Id, long? Parent, string By, DateTime At, string Text, string? Anchor, bool Resolved);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapGet("/articles/{id:long}/notes", List).Needs(Right.Write);
        newsroom.MapPost("/articles/{id:long}/notes", Handle).Needs(Right.Write);
        newsroom.MapPost("/notes/{note:long}/resolution", Resolve).Needs(Right.Write);
    }

    internal static async Task<IResult> List(long id, SignedIn me, NewsDb db, CancellationToken stop)
    {
        if ((await OpenArticle.FindAsync(db, id, me, stop)).Refused is { } refusal) return Refusals.Json(refusal);
        return Results.Json(await db.Notes.Where(n => n.ArticleId == id).OrderBy(n => n.Id)
            .Join(db.Staff, n => n.StaffId, s => s.Id, (n, s) => new Line(n.Id, n.ParentId, s.Name, n.WrittenAt, n.Text, n.Anchor, n.ResolvedAt != null)).ToListAsync(stop));
    }

    internal static async Task<IResult> Handle(long id, Form form, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        if ((await OpenArticle.FindAsync(db, id, me, stop)).Refused is { } refusal) return Refusals.Json(refusal);
        if (form.Parent is { } parent && !await db.Notes.AnyAsync(n => n.Id == parent && n.ArticleId == id, stop)) return Refusals.Json(Domain.Refusal.NotFound("There is no such note."));
        var now = clock.UtcNow();
        var note = Note.Write(id, form.Parent, me.Id, form.Text, form.Anchor, now);
        if (note.Refused is { } wrong) return Refusals.Json(wrong);
        await using var write = await Write.BesideOthersAsync(db, stop);
        db.Notes.Add(note.Value);
        await db.SaveChangesAsync(stop);
        var staff = await db.Staff.Where(s => s.DismissedAt == null && s.Id != me.Id).Select(s => new { s.Id, s.Name }).ToListAsync(stop);
        var named = Note.Named(note.Value.Text, staff.Select(s => s.Name)).ToHashSet();
        db.Mentions.AddRange(staff.Where(s => named.Contains(s.Name)).Select(s => new Mention(note.Value.Id, s.Id)));
        await write.CommitAsync(now, stop);
        return Results.Json(new Line(note.Value.Id, form.Parent, me.Name, now, note.Value.Text, note.Value.Anchor, false), statusCode: 201);
    }

    internal static async Task<IResult> Resolve(long note, Resolution form, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var write = await Write.BesideOthersAsync(db, stop);
        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == note, stop) is not { } found) return Refusals.Json(Domain.Refusal.NotFound("There is no such note."));
        if ((await OpenArticle.FindAsync(db, found.ArticleId, me, stop)).Refused is { } refusal) return Refusals.Json(refusal);
        if (form.Resolved) found.Resolve(me.Id, clock.UtcNow());
        else found.Reopen();
        await write.CommitAsync(clock.UtcNow(), stop);
        return Results.NoContent();
    }
}
