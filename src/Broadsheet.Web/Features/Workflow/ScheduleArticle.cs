using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>A piece is to go out by itself at a time; and until when nobody may publish it.</summary>
public static class ScheduleArticle
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var newsroom = routes.MapNewsroom();
        newsroom.MapPost("/articles/{id:long}/schedule", Handle).Needs(Right.Publish);
        newsroom.MapPost("/articles/{id:long}/embargo", Embargo).Needs(Right.Publish);
        newsroom.MapPost("/articles/{id:long}/embargo/end", Lift).Needs(Right.Override);
    }

    internal static Task<IResult> Handle(long id, IFormCollection sent, SignedIn me, DeskAct act, NewsDb db, SiteSettings site, CancellationToken stop) => act.RunAsync(id, me, async (open, now, end) =>
    {
        if (open.Work is not { } work) return Refusal.Conflict("Nothing is in work.");
        if (PublishArticle.NotAsSeen(work, sent) is { } changed) return changed;
        if (LocalTime.Read(sent["due"], site.Zone) is not { } due) return Refusal.Invalid("Choose a day and a time.").At("due");
        if (work.Schedule(due, open.Article.EmbargoUntil, me, now) is { } refusal) return refusal;
        if (work.Copy.Faults() is { Count: > 0 } faults) return faults;
        if (await PublishArticle.CheckedAsync(open.Article, work, sent, me, act, db, site.Zone, now, end) is { } found) return found;
        work.Decide(PublishArticle.PlanOf(sent));
        act.Note(me, "scheduled", id, $"{due:yyyy-MM-dd HH:mm:ss} UTC", now);
        return "scheduled";
    }, stop);

    internal static Task<IResult> Embargo(long id, [FromForm] string? until, SignedIn me, DeskAct act, NewsDb db, SiteSettings site, CancellationToken stop) => act.RunAsync(id, me, (open, now) =>
    {
        if (open.Article.RevisionId is not null) return Refusal.Conflict("Readers know it already.");
        if (LocalTime.Read(until, site.Zone) is not { } moment) return Refusal.Invalid("Choose a day and a time.").At("embargo");
        if (open.Work?.DueAt < moment) return Refusal.Conflict("It is scheduled for an earlier time. Take it off the schedule first.").At("embargo");
        if (open.Article.Embargo(moment, now) is { } refusal) return refusal;
        db.Touch(Names.Article(id));
        act.Note(me, "set an embargo", id, $"{moment:yyyy-MM-dd HH:mm:ss} UTC", now);
        return "embargo";
    }, stop);

    internal static Task<IResult> Lift(long id, SignedIn me, DeskAct act, NewsDb db, CancellationToken stop) => act.RunAsync(id, me, (open, now) =>
    {
        var lifting = open.Article.LiftEmbargo(me.Id, now);
        if (lifting.Refused is { } refusal) return refusal;
        db.Touch(Names.Article(id));
        act.Note(me, lifting.Value.Fallen ? "let an embargo fall" : "asked for an embargo to fall", id, null, now);
        return lifting.Value.Fallen ? "lifted" : "lifting";
    }, stop);
}
