using System.CommandLine;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Report;
using Broadsheet.Bench.Servers;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Speed;

/// <summary>speed: requests a second on one core, beside nginx and a bare Kestrel that serve the same bytes.</summary>
public static class SpeedVerb
{
    public static Command Make()
    {
        var small = new Option<int>("--articles") { Description = "Articles of the smaller paper.", DefaultValueFactory = _ => 2_000 };
        var large = new Option<int>("--many") { Description = "Articles of the larger paper; 0 leaves it out.", DefaultValueFactory = _ => 100_000 };
        var verb = new Command("speed", "Measures reading, beside nginx and a bare Kestrel.") { small, large };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(Workplace.Of(parsed), parsed.GetValue(small), parsed.GetValue(large), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Workplace work, int small, int large, CancellationToken stop)
    {
        var results = new Results(work, "Speed");
        List<(string Name, double?[] Values)> ratios = [];
        await MeasureAsync(work, small, Workloads.OfSmall, results, ratios, stop);
        if (large > 0) await MeasureAsync(work, large, Workloads.OfLarge, results, ratios, stop);
        results.Draw("speed.svg", Bars.Draw("Broadsheet's requests a second, as a part of", [Names.Nginx, Names.BareKestrel], ratios, mark: 1));
        results.Keep();
        return ExitCode.Done;
    }

    private static async Task MeasureAsync(Workplace work, int articles, Func<string[], List<Workload>> list, Results results, List<(string, double?[])> ratios, CancellationToken stop)
    {
        var (stand, paper) = (new Newsstand(work), await Papers.OfAsync(work, articles, stop));
        var workloads = list(Papers.Urls(paper));
        var pages = new SavedPages(work.Fresh("pages"));
        await using (var once = await stand.BroadsheetAsync(paper, stop))
        {
            Console.Error.WriteLine($"saving the pages of {articles:n0} articles");
            await pages.SaveAsync(once.Base, workloads.Where(w => w.Limits).SelectMany(w => w.Paths).Append("/").Distinct(), stop);
        }
        // A new process: it has nothing in memory.
        await using var ours = await stand.BroadsheetAsync(paper, stop);
        await using var nginx = await stand.NginxAsync(pages.Folder, stop);
        await using var kestrel = await stand.BareKestrelAsync(pages.Folder, stop);
        foreach (var workload in workloads)
        {
            if (!workload.Once) await Visitor.VisitAllAsync(ours.Base, workload.Paths, stop);
            var rounds = await new Contest(work).RunAsync(workload, workload.Limits ? [nginx, kestrel, ours] : [ours], stop);
            results.Say(workload.Name, SpeedTable.Of(rounds));
            if (workload.Limits) ratios.Add((workload.Name, [SpeedTable.RatioOf(rounds, Names.Broadsheet, Names.Nginx), SpeedTable.RatioOf(rounds, Names.Broadsheet, Names.BareKestrel)]));
        }
    }
}
