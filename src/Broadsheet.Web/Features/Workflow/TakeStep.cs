using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Editing;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>A piece goes on its way through the desk: handed in, approved, sent back, into the bin and out of it.</summary>
public static class TakeStep
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/articles/{id:long}/steps", Handle).Needs(Right.Write);

    internal static Task<IResult> Handle(long id, [FromForm] string? step, [FromForm] string? why, SignedIn me, DeskAct act, CancellationToken stop) => act.RunAsync(id, me, (open, now) =>
    {
        if (!Enum.TryParse<Step>(step, ignoreCase: true, out var wanted)) return Refusal.Invalid("There is no such step.");
        if (open.Work is not { } work) return Refusal.Conflict("Nothing is in work.");
        if (work.Take(wanted, me) is { } refusal) return refusal;
        act.Note(me, Past(wanted), id, why, now);
        return wanted.ToString().ToLowerInvariant();
    }, stop);

    private static string Past(Step step) => step switch
    {
        Step.Submit => "handed in", Step.Recall => "took back", Step.Approve => "approved", Step.SendBack => "sent back", Step.Unschedule => "took off the schedule", Step.Discard => "put into the bin", _ => "took out of the bin",
    };
}
