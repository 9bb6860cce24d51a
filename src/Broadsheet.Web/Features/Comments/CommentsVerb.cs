using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Data.Comments;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Comments;

/// <summary>broadsheet comments list | approve ID… | reject ID…: lets waiting comments through, or not.</summary>
public static class CommentsVerb
{
    private const int Shown = 100;

    public static Command Make()
    {
        var ids = new Argument<long[]>("ID") { Description = "Numbers of comments, from the list.", Arity = ArgumentArity.OneOrMore };
        var list = new Command("list", $"Shows the {Shown} comments that have waited longest.");
        var approve = new Command("approve", "Shows comments to readers and trusts their writers from now on.") { ids };
        var reject = new Command("reject", "Keeps comments from readers.") { ids };
        foreach (var verb in new[] { list, approve, reject }) Flags.AddTo(verb);
        list.SetAction((parsed, stop) => Edge.RunAsync(() => ListAsync(Flags.Settings(parsed), stop)));
        approve.SetAction((parsed, stop) => Edge.RunAsync(() => DecideAsync(parsed.GetRequiredValue(ids), approved: true, Flags.Settings(parsed), stop)));
        reject.SetAction((parsed, stop) => Edge.RunAsync(() => DecideAsync(parsed.GetRequiredValue(ids), approved: false, Flags.Settings(parsed), stop)));
        return new Command("comments", "Decides on comments that wait for a moderator.") { list, approve, reject };
    }

    private static async Task<int> ListAsync(Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var db = paper.ServiceProvider.GetRequiredService<NewsDb>();
        await foreach (var c in db.Comments.AsNoTracking().Where(c => c.State == CommentState.Waiting).OrderBy(c => c.Id).Take(Shown).AsAsyncEnumerable().WithCancellation(stop))
            Console.WriteLine($"{c.Id}\t{c.PostedAt:yyyy-MM-dd HH:mm}\t{c.Author}\t{c.Reason}\t{PlainText.Shorten(PlainText.Of(c.Body).ReplaceLineEndings(" "), 120)}");
        return ExitCode.Done;
    }

    private static async Task<int> DecideAsync(long[] ids, bool approved, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, now) = (paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        await using var write = await Write.AloneAsync(db, stop);
        foreach (var id in ids.Distinct())
        {
            var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw new OperatorMistake($"there is no comment {id}; nothing was decided");
            var seen = comment.State == CommentState.Visible;
            if (approved) comment.Approve("approved at the command line");
            else comment.Reject("rejected at the command line");
            if (approved) (await db.Readers.SingleAsync(r => r.Id == comment.ReaderId, stop)).Trust();
            if (seen != approved) await ReplyCount.AddAsync(db, comment.ArticleId, approved ? 1 : -1, stop);
            db.Touch(Names.Replies(comment.ArticleId));
        }
        await write.CommitAsync(now, stop);
        Console.WriteLine($"{ids.Distinct().Count()} {(approved ? "approved" : "rejected")}");
        return ExitCode.Done;
    }
}
