using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>A piece is taken back: readers are told when and why.</summary>
public static class WithdrawArticle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/articles/{id:long}/withdrawal", Handle).Needs(Right.Withdraw);

    internal static Task<IResult> Handle(long id, [FromForm] string? reason, SignedIn me, DeskAct act, NewsDb db, CancellationToken stop) => act.RunAsync(id, me, async (open, now, end) =>
    {
        if (await Press.WithdrawAsync(db, open.Article, reason ?? "", now, end) is { } refusal) return refusal;
        act.Note(me, "withdrew", id, reason, now);
        return "withdrawn";
    }, stop);
}
