using Broadsheet.Data;
using Broadsheet.Data.Desk;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Editing;

/// <summary>The writing page saves. Whatever was sent is kept; where two wrote in one place, the answer says so and nothing is overwritten.</summary>
public static class SaveCopy
{
    public sealed record Form(DraftBook.Base? Base, string? Sitting, Sheet? Sheet);

    /// <param name="Sheet">What two people wrote, put together; null when nobody else did.</param>
    public sealed record Kept(int Number, int Head, DateTime SavedAt, WorkingState State, Sheet? Sheet);

    /// <param name="Sheet">What the article stands at, with all of what was sent that fits.</param>
    public sealed record Clashing(int Number, int Head, IReadOnlyList<Clash> Clashes, IReadOnlyList<Passage> Passages, Sheet Sheet);

    // A body of two million characters, in whatever script, and the rest.
    private const long Longest = 10 << 20;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPut("/articles/{id:long}/copy", Handle).Needs(Right.Write).TakesUpTo(Longest);

    internal static async Task<IResult> Handle(long id, Form form, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (form is not { Sheet: { } sheet, Base: { } from, Sitting.Length: > 0 and <= 64 }) return Refusals.Json(Refusal.Invalid("The text, what it is based on, and the window are needed."));
        var copy = await sheet.CopyAsync(db, stop);
        if (copy.Refused is not null) return Refusals.Json([.. copy.Refusals]);
        await using var write = await Write.AloneAsync(db, stop);
        var (open, now) = (await OpenArticle.FindAsync(db, id, me, stop), clock.UtcNow());
        if (open.Refused is { } closed) return Refusals.Json(closed);
        var saved = await DraftBook.SaveAsync(db, open.Value.Article, copy.Value, from, form.Sitting, me, now, stop);
        if (saved.Refused is { } refusal) return Refusals.Json(refusal);
        await write.CommitAsync(now, stop);

        var (number, head, merged) = saved.Value;
        var work = await db.WorkingCopies.FindAsync([id], stop);
        var together = merged is null ? null : await Sheet.OfAsync(merged.Copy, db, stop);
        return merged is { Clashes.Count: > 0 } ? Results.Json(new Clashing(number, head, merged.Clashes, merged.Passages, together!), statusCode: 409) : Results.Json(new Kept(number, head, now, work!.State, together));
    }
}
