using System.CommandLine;
using Broadsheet.Bench.Corpus;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Machine;
using Broadsheet.Bench.Report;
using Broadsheet.Bench.Servers;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Start;

/// <summary>start: from the start of the program to its first answer, and the memory it takes before and after load.</summary>
public static class StartVerb
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private sealed record Outcome(double FirstArticle, double FirstFront, double IdleMegabytes);

    public static Command Make()
    {
        var articles = new Option<int>("--articles") { Description = "Articles of the paper.", DefaultValueFactory = _ => 100_000 };
        var starts = new Option<int>("--starts") { Description = "How often the program is started.", DefaultValueFactory = _ => 5 };
        var verb = new Command("start", "Measures the start and the memory.") { articles, starts };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(Workplace.Of(parsed), parsed.GetValue(articles), parsed.GetValue(starts), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Workplace work, int articles, int starts, CancellationToken stop)
    {
        var (paper, outcomes, results) = (await Papers.OfAsync(work, articles, stop), new List<Outcome>(), new Results(work, "Start and memory"));
        for (var number = 0; number < starts; number++)
        {
            await using var server = new Newsstand(work).Broadsheet(paper, null, null, Names.Broadsheet, gauged: false);
            outcomes.Add(await StartAsync(server, Papers.Urls(paper)[^7], stop));
        }
        var table = new Table("with " + articles.ToString("n0") + " articles", "median", "least", "most");
        Add("start to the first article, ms", o => o.FirstArticle);
        Add("then the first front page, ms after the start", o => o.FirstFront);
        Add($"memory after {Idle.TotalSeconds} s without readers, MB (PSS)", o => o.IdleMegabytes);
        var loaded = await LoadAsync(work, paper, stop);
        table.Add($"memory after {work.Seconds} s of articles at random, MB (PSS)", $"{loaded:n0}", "", "");
        results.Say($"One core, files already in the system's cache, {starts} starts", table);
        results.Keep();
        return ExitCode.Done;

        void Add(string name, Func<Outcome, double> value) => table.Add(name, $"{Median.Of(outcomes, value):n0}", $"{outcomes.Min(value):n0}", $"{outcomes.Max(value):n0}");
    }

    private static async Task<Outcome> StartAsync(Server server, string article, CancellationToken stop)
    {
        await server.ReadyAsync(article, stop);
        var first = server.Age;
        await server.ReadyAsync("/", stop);
        var front = server.Age;
        await Task.Delay(Idle, stop);
        return new Outcome(first.TotalMilliseconds, front.TotalMilliseconds, ProcessUse.MegabytesOf(server.Pid));
    }

    private static async Task<double> LoadAsync(Workplace work, string paper, CancellationToken stop)
    {
        await using var server = await new Newsstand(work).BroadsheetAsync(paper, stop);
        await Wrk.RunAsync(server.Base, new Wrk.Order(Path.Combine(paper, CorpusVerb.UrlFile), work.Seconds, work.Connections), stop);
        return ProcessUse.MegabytesOf(server.Pid);
    }
}
