using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.History;

/// <summary>broadsheet expunge PATH --revision N --reason "…": takes the content of one published version out of the log, as a court may order; its hash stays.</summary>
public static class ExpungeVerb
{
    public static Command Make()
    {
        var path = new Argument<string>("PATH") { Description = "The article's address, as /section/slug/." };
        var number = new Option<int>("--revision") { Description = "Which version of the article, from 1.", Required = true };
        var reason = new Option<string>("--reason") { Description = "What readers are told.", Required = true };
        var verb = new Command("expunge", "Removes the content of one published version for a legal reason. This cannot be undone.") { path, number, reason };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(path), parsed.GetRequiredValue(number), parsed.GetRequiredValue(reason), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string path, int number, string reason, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var services = paper.ServiceProvider;
        var db = services.GetRequiredService<NewsDb>();
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Path == path, stop) ?? throw new OperatorMistake($"there is no article at {path}");
        if (await LegalRemoval.RemoveAsync(db, article, number, reason, services.GetRequiredService<Signet>(), null, services.GetRequiredService<TimeProvider>().UtcNow(), stop) is { } refusal) throw new OperatorMistake(refusal.ToString());
        Console.WriteLine($"the content of version {number} of {path} is removed");
        return ExitCode.Done;
    }
}
