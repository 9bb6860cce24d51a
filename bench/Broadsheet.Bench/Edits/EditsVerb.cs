using System.CommandLine;
using Broadsheet.Bench.Corpus;
using Broadsheet.Bench.Desk;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Report;
using Broadsheet.Bench.Servers;
using Broadsheet.Data;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Edits;

/// <summary>edits: random edits under full load, on one node or several; after each, every page concerned is asked for at once.</summary>
public static class EditsVerb
{
    private sealed record Wishes(int Count, int Nodes, string? Database, int Articles, int Seed);

    public static Command Make()
    {
        var count = new Option<int>("--edits") { Description = "How many edits.", DefaultValueFactory = _ => 1_000 };
        var nodes = new Option<int>("--nodes") { Description = "How many server processes; more than one, or --database, means PostgreSQL.", DefaultValueFactory = _ => 1 };
        var database = new Option<string?>("--database") { Description = "A PostgreSQL with an empty database; one of the bench's own when left out." };
        var articles = new Option<int>("--articles") { Description = "Articles of the paper.", DefaultValueFactory = _ => 2_000 };
        var seed = new Option<int>("--seed") { Description = "Which edits, and in which order.", DefaultValueFactory = _ => 1 };
        var verb = new Command("edits", "Looks for stale answers after edits.") { count, nodes, database, articles, seed };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(
            Workplace.Of(parsed), new Wishes(parsed.GetValue(count), parsed.GetValue(nodes), parsed.GetValue(database), parsed.GetValue(articles), parsed.GetValue(seed)), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Workplace work, Wishes wishes, CancellationToken stop)
    {
        var own = wishes.Nodes > 1 && wishes.Database is null ? await OwnPostgres.StartAsync(work, stop) : null;
        try { return await RunAsync(work, wishes, own?.ConnectionString ?? wishes.Database, stop); }
        finally { if (own is not null) await own.DisposeAsync(); }
    }

    private static async Task<int> RunAsync(Workplace work, Wishes wishes, string? database, CancellationToken stop)
    {
        var data = database is null ? await Papers.CopyAsync(work, wishes.Articles, "paper-edits", stop) : work.Fresh("paper-edits");
        if (database is not null) await CorpusVerb.WriteAsync(Settings.Read(data, database), wishes.Articles, null, stop);
        var theme = Folders.Copy(work.Theme, work.Fresh("theme"));
        List<Server> nodes = [];
        try
        {
            for (var number = 1; number <= wishes.Nodes; number++) nodes.Add(await new Newsstand(work).BroadsheetAsync(data, stop, database, theme, $"Broadsheet {number}"));
            return await JudgeAsync(work, wishes, data, database, theme, nodes, stop);
        }
        finally { foreach (var node in nodes) await node.DisposeAsync(); }
    }

    private static async Task<int> JudgeAsync(Workplace work, Wishes wishes, string data, string? database, string theme, List<Server> nodes, CancellationToken stop)
    {
        var (verbs, random) = (new Verbs(data, database), new Random(wishes.Seed));
        var desk = new NewsDesk(Database.In(data, database).Options, verbs, new Editor(verbs, data), random);
        var plan = new Plan(new WritingEdits(desk, nodes[0].Base), new OtherEdits(desk, theme), random);
        var load = new FullLoad(work, nodes, Path.Combine(data, CorpusVerb.UrlFile));
        var verdicts = await load.DuringAsync(() => plan.RunAsync(wishes.Count, new Judge([.. nodes.Select(n => n.Base)]), stop), stop);
        EditsReport.Keep(new Results(work, $"Edits on {(wishes.Nodes == 1 ? "one node" : $"{wishes.Nodes} nodes")}, {(database is null ? "SQLite" : "PostgreSQL")}"), verdicts, load, nodes.Count);
        return verdicts.Any(v => v.Stale.Count > 0) ? ExitCode.Refused : ExitCode.Done;
    }
}
