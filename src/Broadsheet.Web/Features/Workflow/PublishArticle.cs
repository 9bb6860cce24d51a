using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Desk;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>An editor puts a piece before the readers, now.</summary>
public static class PublishArticle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/articles/{id:long}/publication", Handle).Needs(Right.Publish);

    internal static Task<IResult> Handle(long id, IFormCollection sent, SignedIn me, DeskAct act, NewsDb db, SiteSettings site, CancellationToken stop) =>
        act.RunAsync(id, me, async (open, now, end) =>
        {
            if (open.Work is not { } work) return Refusal.Conflict("Nothing is in work.");
            if (work.State == WorkingState.Trashed) return Refusal.Conflict("It is in the bin. Take it out to write in it.");
            if (NotAsSeen(work, sent) is { } changed) return changed;
            work.Decide(PlanOf(sent));
            if (await CheckedAsync(open.Article, work, sent, me, act, db, site.Zone, now, end) is { } found) return found;
            var notice = NoticeOf(sent, now);
            if (notice?.Refused is { } wrong) return wrong;
            var published = await new PublicationDesk(db).PublishAsync(open.Article, work, me, now, now, end, notice?.Value);
            return published.Refused is null ? "published" : published.Refusals.ToList();
        }, stop);

    /// <summary>What the checks refuse is not published, unless a publisher says so; that is noted, with what it was.</summary>
    internal static async Task<Refusal?> CheckedAsync(Article article, WorkingCopy work, IFormCollection sent, SignedIn me, DeskAct act, NewsDb db, TimeZoneInfo zone, DateTime now, CancellationToken stop)
    {
        var grave = (await CheckDesk.FindingsAsync(db, article, work, zone, now, stop)).Where(f => f.Severity == Severity.Refuse).ToList();
        if (grave.Count == 0) return null;
        if (!sent.ContainsKey("override")) return Refusal.Invalid("The checks refuse it: {0}", string.Join(" ", grave.Select(f => f.ToString()))).At("findings");
        if (!me.May(Right.Override)) return Refusal.NotAllowed("Only a publisher publishes in spite of the checks.");
        act.Note(me, "published in spite of the checks", article.Id, string.Join(" ", grave.Select(f => f.ToString())), now);
        return null;
    }

    private static Result<Correction>? NoticeOf(IFormCollection sent, DateTime now) =>
        Line(sent["notice"]) is { } text && CorrectionKinds.Named(sent["kind"].ToString()) is { } kind ? Correction.Write(kind, text, now) : null;

    /// <summary>Another draft than the one that was on screen is not published unread.</summary>
    internal static Refusal? NotAsSeen(WorkingCopy work, IFormCollection sent) =>
        int.TryParse(sent["number"], out var number) && number == work.Number ? null : Refusal.Conflict("Somebody wrote in it since you looked. Read it again before you publish it.");

    internal static Plan PlanOf(IFormCollection sent) =>
        new(Line(sent["slug"]), int.TryParse(sent["rank"], out var rank) ? Math.Clamp(rank, 1, 5) : Article.UsualRank, sent.ContainsKey("commentsOpen"), Line(sent["updateNote"]));

    private static string? Line(string? text) => text?.Trim() is { Length: > 0 } line ? line : null;
}
