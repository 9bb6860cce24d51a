using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Corrections;

/// <summary>broadsheet correct PATH --text "…" [--kind clarification]: a dated notice at an article, whose text stays as it is.</summary>
public static class CorrectVerb
{
    public static Command Make()
    {
        var path = new Argument<string>("PATH") { Description = "The article's address, as /section/slug/." };
        var text = new Option<string>("--text") { Description = "What readers are told.", Required = true };
        var kind = new Option<string>("--kind") { Description = "What the notice is.", DefaultValueFactory = _ => CorrectionKind.Correction.Word() };
        kind.AcceptOnlyFromAmong([.. CorrectionKinds.All]);
        var verb = new Command("correct", "Issues a correction or another notice at a published article.") { path, text, kind };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(path), CorrectionKinds.Named(parsed.GetRequiredValue(kind))!.Value, parsed.GetRequiredValue(text), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string path, CorrectionKind kind, string text, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, now) = (paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        await using var write = await Write.AloneAsync(db, stop);
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Path == path, stop) ?? throw new OperatorMistake($"there is no article at {path}");
        var issued = await CorrectionDesk.IssueAsync(db, article, kind, text, null, now, stop);
        if (issued.Refused is { } refusal) throw new OperatorMistake(refusal.ToString());
        await write.CommitAsync(now, stop);
        Console.WriteLine($"{path} (revision {article.RevisionNumber})");
        return ExitCode.Done;
    }
}
