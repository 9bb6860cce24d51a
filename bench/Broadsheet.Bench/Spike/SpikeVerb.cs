using System.CommandLine;
using Broadsheet.Bench.Desk;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Report;
using Broadsheet.Bench.Servers;
using Broadsheet.Bench.Speed;
using Broadsheet.Data;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Spike;

/// <summary>spike: everybody reads one article while replies and edits arrive; every answer of a reader of ours is checked.</summary>
public static class SpikeVerb
{
    public static Command Make()
    {
        var comments = new Option<double>("--comments") { Description = "Replies a second.", DefaultValueFactory = _ => 5 };
        var edits = new Option<double>("--edits") { Description = "Edits a second.", DefaultValueFactory = _ => 1 };
        var articles = new Option<int>("--articles") { Description = "Articles of the paper.", DefaultValueFactory = _ => 2_000 };
        var verb = new Command("spike", "Measures reading while readers reply and the desk edits.") { comments, edits, articles };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(Workplace.Of(parsed), parsed.GetValue(articles), parsed.GetValue(comments), parsed.GetValue(edits), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Workplace work, int articles, double comments, double edits, CancellationToken stop)
    {
        var (stand, data) = (new Newsstand(work), await Papers.CopyAsync(work, articles, "paper-spike", stop));
        await using var db = new NewsDb(Database.In(data, null).Options);
        var piece = await Piece.OfAsync(db, articles - 6, stop);
        await using var ours = await stand.BroadsheetAsync(data, stop);
        var crowd = new Crowd(work, ours, piece, new Editor(new Verbs(data, null), data), comments, edits);
        await crowd.FillFirstPageAsync(stop);

        var pages = new SavedPages(work.Fresh("pages"));
        await pages.SaveAsync(ours.Base, ["/", piece.Path], stop);
        await using var nginx = await stand.NginxAsync(pages.Folder, stop);

        await crowd.ReadAsync(nginx, work.WarmUp, stop);
        // News breaks upon a program that has long been running.
        await crowd.WarmUpAsync(stop);
        List<Round> limit = [], quiet = [], busy = [];
        for (var round = 0; round < work.Rounds; round++)
        {
            Func<Task>[] turns = [async () => limit.Add(await crowd.ReadAsync(nginx, work.Seconds, stop)), async () => quiet.Add(await crowd.ReadCheckedAsync(writing: false, stop)), async () => busy.Add(await crowd.ReadCheckedAsync(writing: true, stop))];
            foreach (var turn in round % 2 == 0 ? turns : turns.Reverse()) await turn();
        }
        SpikeReport.Keep(new Results(work, "Spike"), crowd, comments, edits, new() { [Names.Nginx] = limit, ["Broadsheet, quiet"] = quiet, ["Broadsheet, spike"] = busy });
        return ExitCode.Done;
    }
}
