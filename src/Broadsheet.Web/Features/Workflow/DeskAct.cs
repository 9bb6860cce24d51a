using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Features.Editing;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>What every act of the desk on one article has in common: it is done alone, noted, and leads back to the article's page, with the refusal where there is one.</summary>
public sealed class DeskAct(NewsDb db, TimeProvider clock)
{
    /// <inheritdoc cref="RunAsync(long, SignedIn, Func{OpenArticle, DateTime, CancellationToken, Task{Result{string}}}, CancellationToken)"/>
    public Task<IResult> RunAsync(long id, SignedIn me, Func<OpenArticle, DateTime, Result<string>> act, CancellationToken stop) =>
        RunAsync(id, me, (open, now, _) => Task.FromResult(act(open, now)), stop);

    /// <param name="act">What is to be done; gives the word for what it did (<see cref="EditArticle"/>).</param>
    public async Task<IResult> RunAsync(long id, SignedIn me, Func<OpenArticle, DateTime, CancellationToken, Task<Result<string>>> act, CancellationToken stop)
    {
        OpenArticle piece;
        Refusal refused;
        await using (var write = await Write.AloneAsync(db, stop))
        {
            var (open, now) = (await OpenArticle.FindAsync(db, id, me, stop), clock.UtcNow());
            if (open.Refused is { } closed) return Layout.Newsrooms.Refusals.Page(closed);
            piece = open.Value;
            var done = await act(piece, now, stop);
            if (done.Refused is null)
            {
                await write.CommitAsync(now, stop);
                return Results.Extensions.SeeOther($"/newsroom/articles/{id}?done={done.Value}");
            }
            refused = done.Refused;
        }
        // As it stands in the tables: what was tried is not.
        db.ChangeTracker.Clear();
        return await EditArticle.ShowAsync((await OpenArticle.FindAsync(db, id, me, stop)).Value, me, db, clock, refused, null, stop);
    }

    public void Note(SignedIn by, string act, long articleId, string? detail, DateTime now) => db.Audit.Add(new AuditEntry(by, act, articleId, string.IsNullOrWhiteSpace(detail) ? null : detail.Trim(), now));
}
