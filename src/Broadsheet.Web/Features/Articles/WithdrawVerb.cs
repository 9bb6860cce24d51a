using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Articles;

/// <summary>broadsheet withdraw PATH --reason "…": takes an article back; its address says so, and why.</summary>
public static class WithdrawVerb
{
    public static Command Make()
    {
        var path = new Argument<string>("PATH") { Description = "The article's address, as /section/slug/." };
        var reason = new Option<string>("--reason") { Description = "What readers are told.", Required = true };
        var verb = new Command("withdraw", "Withdraws a published article.") { path, reason };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(path), parsed.GetRequiredValue(reason), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string path, string reason, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, now) = (paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        await using var write = await Write.AloneAsync(db, stop);
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Path == path, stop) ?? throw new OperatorMistake($"there is no article at {path}");
        if (await Press.WithdrawAsync(db, article, reason, now, stop) is { } refusal) throw new OperatorMistake(refusal.ToString());
        await write.CommitAsync(now, stop);
        Console.WriteLine($"{path} is withdrawn");
        return ExitCode.Done;
    }
}
