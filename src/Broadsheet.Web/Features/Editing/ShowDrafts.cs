using Broadsheet.Data;
using Broadsheet.Data.Desk;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>All that was ever saved of an article, and the way back to any of it.</summary>
public static class ShowDrafts
{
    private const int Shown = 200;

    public sealed record Line(int Number, DraftKind Kind, string By, DateTime SavedAt, string Headline, int Words);

    public sealed record View(long ArticleId, string Headline, IReadOnlyList<Line> Drafts, bool More);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapGet("/articles/{id:long}/drafts/", Handle).Needs(Right.Write);
        newsroom.MapPost("/articles/{id:long}/drafts/{number:int}/return", Return).Needs(Right.Write);
    }

    internal static async Task<IResult> Handle(long id, SignedIn me, NewsDb db, CancellationToken stop)
    {
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        if (open.Refused is { } refusal) return Refusals.Page(refusal);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.ArticleId == id).OrderByDescending(d => d.Number).Take(Shown + 1).Join(db.Staff, d => d.StaffId, s => s.Id, (d, s) => new { Draft = d, s.Name }).ToListAsync(stop);
        List<Line> lines = [.. drafts.Take(Shown).Select(d => new Line(d.Draft.Number, d.Draft.Kind, d.Name, d.Draft.SavedAt, d.Draft.Copy.Headline, Domain.Text.PlainText.WordCount(Domain.Text.PlainText.Of(d.Draft.Copy.Body))))];
        return Newsroom.Page<DraftsPage>("Drafts", new View(id, open.Value.Work?.Copy.Headline ?? lines.FirstOrDefault()?.Headline ?? "", lines, drafts.Count > Shown));
    }

    /// <summary>An older text comes back as a further draft; what stood there stays among the drafts.</summary>
    internal static async Task<IResult> Return(long id, int number, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var write = await Write.AloneAsync(db, stop);
        var (open, now) = (await OpenArticle.FindAsync(db, id, me, stop), clock.UtcNow());
        if (open.Refused is { } refusal) return Refusals.Page(refusal);
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ArticleId == id && d.Number == number, stop) is not { } draft) return Refusals.Page(Refusal.NotFound("There is no such draft."));
        var (article, work) = open.Value;
        var saved = await DraftBook.SaveAsync(db, article, draft.Copy, new(work?.Number ?? 0, work is { SavedBy: not null } ? null : article.RevisionId), $"draft-{number}", me, now, stop);
        if (saved.Refused is { } closed) return Refusals.Page(closed);
        await write.CommitAsync(now, stop);
        return Results.Extensions.SeeOther($"/newsroom/articles/{id}?done=returned");
    }
}
