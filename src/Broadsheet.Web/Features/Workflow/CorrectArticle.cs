using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>Readers of an article are told what was wrong, unclear or new, while its text stays as it is. A notice that comes with another text goes with its publication.</summary>
public static class CorrectArticle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/articles/{id:long}/corrections", Handle).Needs(Right.Correct);

    internal static Task<IResult> Handle(long id, [FromForm] string? kind, [FromForm] string? text, SignedIn me, DeskAct act, NewsDb db, CancellationToken stop) => act.RunAsync(id, me, async (open, now, end) =>
    {
        if (CorrectionKinds.Named(kind ?? "") is not { } known) return Refusal.Invalid("There is no such kind of notice.").At("kind");
        var issued = await CorrectionDesk.IssueAsync(db, open.Article, known, text, null, now, end);
        if (issued.Refused is not null) return issued.Refusals.ToList();
        act.Note(me, "issued a notice", id, $"{kind}: {text}", now);
        return "corrected";
    }, stop);
}
