using System.CommandLine;
using Broadsheet.Bench.Exports;
using Broadsheet.Bench.Faults;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Servers;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Moves;

/// <summary>faults N --comments M: brings over an export with planted faults; the report must name all of them, and readers must find what was sound and nothing that was kept.</summary>
public static class FaultsVerb
{
    public static Command Make()
    {
        var posts = new Argument<int>("N") { Description = "How many sound posts stand between the faults.", DefaultValueFactory = _ => 50_000 };
        var comments = new Option<int?>("--comments") { Description = "How many replies in all; ten a post when left out." };
        var verb = new Command("faults", "Holds the report of an import against the faults that were planted.") { posts, comments };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(async () =>
        {
            var work = Workplace.Of(parsed);
            var paper = new OldPaper(parsed.GetValue(posts), parsed.GetValue(comments) ?? 10 * parsed.GetValue(posts));
            List<string> missed = [.. await OfAsync(work, paper, parsed.GetValue(posts), cut: false, stop), .. await OfAsync(work, paper, parsed.GetValue(posts), cut: true, stop), .. await NotRefusedAsync(work, stop)];
            foreach (var line in missed) Console.WriteLine(line);
            Console.Error.WriteLine(missed.Count == 0 ? "Every fault was named." : $"{missed.Count:n0} differences.");
            return missed.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }));
        return verb;
    }

    private static async Task<IEnumerable<string>> OfAsync(Workplace work, OldPaper paper, int posts, bool cut, CancellationToken stop)
    {
        var name = cut ? "faults-cut" : "faults";
        var (file, data) = (Path.Combine(work.Fresh(name), "export.xml"), work.Fresh(name + "-paper"));
        var planted = new Planting(paper, posts, cut).WriteTo(file);
        var run = await ProgramRun.RunAsync(work, stop, "import", "wordpress", file, "--data", data);
        if (run.ExitCode == ExitCode.Fault) return [$"{name}: the import ended with a fault"];
        await using var server = await new Newsstand(work).BroadsheetAsync(data, stop);
        return [.. new Judge(planted, MoveReport.Of(data)).Missed(), .. await new Asker(server.Base).LookAsync(planted, stop)];
    }

    private static async Task<List<string>> NotRefusedAsync(Workplace work, CancellationToken stop)
    {
        List<string> taken = [];
        foreach (var file in NoExports.WriteTo(work.Fresh("no-exports")))
        {
            var data = work.Fresh("no-exports-paper");
            var run = await ProgramRun.RunAsync(work, stop, "import", "wordpress", file, "--data", data);
            if (run.ExitCode != ExitCode.Refused || File.Exists(Path.Combine(data, "import", "report.json"))) taken.Add($"not refused: {Path.GetFileName(file)}: the import ended with {run.ExitCode}");
        }
        return taken;
    }
}
