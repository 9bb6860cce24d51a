using System.Text.Json;
using Broadsheet.Domain;
using Broadsheet.Data;
using Broadsheet.Data.Desk;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>The writing page of one article, with all that may be done with it.</summary>
public static class EditArticle
{
    public sealed record Named(long Id, string Name);

    /// <summary>What the page's script begins with.</summary>
    public sealed record Begin(
        long Id, DraftBook.Base Base, Sheet Sheet, WorkingState State, string? Closed, bool Published, string Address, DateTime SavedAt, Plan Plan,
        IReadOnlyList<Named> Sections, IReadOnlyList<Named> Stories, Named Me, IReadOnlyList<string> Colleagues);

    /// <param name="Work">Null: readers see the published revision, and nothing is in work.</param>
    /// <param name="Lifter">Who has said that the embargo may fall; null: nobody.</param>
    /// <param name="Done">What the step that led here did.</param>
    public sealed record View(Begin Begin, Article Article, WorkingCopy? Work, IReadOnlyList<Step> Steps, string? Lifter, string? Refused, string? Done)
    {
        public string Json => JsonSerializer.Serialize(Begin, JsonSerializerOptions.Web).Replace("<", "\\u003c", StringComparison.Ordinal);

        public string Headline => Begin.Sheet.Headline is { Length: > 0 } headline ? headline : "(no headline yet)";
    }

    // By the word that stands in the address: nobody else's words come onto the page.
    private static readonly Dictionary<string, string> Said = new()
    {
        ["submit"] = "Handed in for review.", ["recall"] = "Taken back: it is a draft again.", ["approve"] = "Approved.", ["sendback"] = "Sent back to its writer.", ["unschedule"] = "Taken off the schedule.",
        ["discard"] = "It is in the bin.", ["takeout"] = "Taken out of the bin.", ["published"] = "Published.", ["scheduled"] = "Scheduled.", ["embargo"] = "Under embargo.",
        ["lifting"] = "Noted. A second person has to agree before the embargo falls.", ["lifted"] = "The embargo has fallen.", ["withdrawn"] = "Withdrawn.", ["corrected"] = "The notice stands at the article.", ["returned"] = "An older draft stands here again.",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/articles/{id:long}", Handle).Needs(Right.Write);

    internal static async Task<IResult> Handle(long id, string? done, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var open = await OpenArticle.FindAsync(db, id, me, stop);
        return open.Refused is { } refusal ? Refusals.Page(refusal) : await ShowAsync(open.Value, me, db, clock, null, done, stop);
    }

    /// <summary>The page, with what was refused.</summary>
    internal static async Task<IResult> ShowAsync(OpenArticle open, SignedIn me, NewsDb db, TimeProvider clock, Domain.Refusal? refused, string? done, CancellationToken stop)
    {
        var (article, work) = open;
        await db.Mentions.Where(m => m.StaffId == me.Id && m.SeenAt == null && db.Notes.Any(n => n.Id == m.NoteId && n.ArticleId == article.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenAt, clock.GetUtcNow().UtcDateTime), stop);
        var copy = work?.Copy ?? (await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == article.RevisionId, stop)).Copy();
        var begin = new Begin(article.Id, new DraftBook.Base(work?.Number ?? 0, work is { SavedBy: not null } ? null : article.RevisionId), await Sheet.OfAsync(copy, db, stop), work?.State ?? WorkingState.Draft,
            work?.ClosedTo(me)?.ToString(), article.IsPublished, article.RevisionId is null ? "" : article.Path, work?.SavedAt ?? article.PublishedAt!.Value, work?.Plan ?? new Plan(null, article.Rank, article.CommentsOpen),
            await db.Sections.OrderBy(s => s.Path).Select(s => new Named(s.Id, s.Name)).ToListAsync(stop), await db.Stories.OrderBy(s => s.Name).Select(s => new Named(s.Id, s.Name)).ToListAsync(stop),
            new Named(me.Id, me.Name), await db.Staff.Where(s => s.DismissedAt == null).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(stop));
        var lifter = article.EmbargoLiftedBy is { } first ? await db.Staff.Where(s => s.Id == first).Select(s => s.Name).SingleAsync(stop) : null;
        var view = new View(begin, article, work, [.. work?.StepsOf(me) ?? []], lifter, refused?.ToString(), Said.GetValueOrDefault(done ?? ""));
        return Newsroom.Page<EditArticlePage>(view.Headline, view, refused?.Status() ?? 200);
    }
}
