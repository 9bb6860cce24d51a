using System.CommandLine;
using System.Diagnostics;
using Broadsheet.Bench.Exports;
using Broadsheet.Bench.Faults;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Moves;

/// <summary>export N --comments M --to FILE: an export as WordPress writes it, the same at each run; with planted faults when asked for.</summary>
public static class ExportVerb
{
    public static Command Make()
    {
        var posts = new Argument<int>("N") { Description = "How many posts." };
        var comments = new Option<int?>("--comments") { Description = "How many replies in all; ten a post when left out." };
        var to = new Option<string>("--to") { Description = "The file; gzipped when its name ends in .gz.", Required = true };
        var faults = new Option<bool>("--faults") { Description = "Plants some of every kind of fault, and says in FILE.planted.json which, and what a report must say of them. FILE.refused holds files that are no exports." };
        var cut = new Option<bool>("--cut") { Description = "With --faults: the file ends within its last item." };
        var verb = new Command("export", "Writes an export of WordPress with N posts.") { posts, comments, to, faults, cut };
        verb.SetAction((parsed, _) => Edge.RunAsync(() =>
        {
            Write(parsed.GetRequiredValue(to), parsed.GetValue(posts), parsed.GetValue(comments), parsed.GetValue(faults), parsed.GetValue(cut));
            return Task.FromResult(ExitCode.Done);
        }));
        return verb;
    }

    private static void Write(string file, int posts, int? comments, bool faults, bool cut)
    {
        var watch = Stopwatch.StartNew();
        var paper = new OldPaper(posts, comments ?? 10 * posts);
        if (faults || cut)
        {
            new Planting(paper, posts, cut).WriteTo(file);
            NoExports.WriteTo(file + ".refused");
        }
        else new ExportWriter(paper, posts, []).WriteTo(file);
        var megabytes = new FileInfo(file).Length / 1e6;
        Console.Error.WriteLine($"{file}: {megabytes:n0} MB, {megabytes / watch.Elapsed.TotalSeconds:n0} a second");
    }
}
