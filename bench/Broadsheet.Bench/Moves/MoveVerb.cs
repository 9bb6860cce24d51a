using System.CommandLine;
using Broadsheet.Bench.Exports;
using Broadsheet.Bench.Faults;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Report;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Moves;

/// <summary>import: how fast a newspaper comes over from an export of WordPress, beside what plain SQLite takes of the same rows.</summary>
public static class MoveVerb
{
    public static Command Make()
    {
        var posts = new Argument<int>("N") { Description = "Posts of the export.", DefaultValueFactory = _ => 100_000 };
        var comments = new Option<int?>("--comments") { Description = "Replies in all; ten a post when left out." };
        var verb = new Command("import", "Measures the move from WordPress.") { posts, comments };
        Workplace.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(Workplace.Of(parsed), parsed.GetValue(posts), parsed.GetValue(comments) ?? 10 * parsed.GetValue(posts), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Workplace work, int posts, int comments, CancellationToken stop)
    {
        var (export, data) = (ExportOf(work, posts, comments), work.Fresh("import-paper"));
        var run = await ProgramRun.RunAsync(work, stop, "import", "wordpress", export, "--data", data);
        if (run.ExitCode == ExitCode.Fault) throw new OperatorMistake("the import ended with a fault; see above", ExitCode.Fault);
        var rows = await TableRows.CountAsync(Path.Combine(data, "broadsheet.db"), stop);
        var plain = await TableRows.CopyAsync(Path.Combine(data, "broadsheet.db"), Path.Combine(work.Fresh("import-plain"), "plain.db"), stop);
        var results = new Results(work, "Import");
        results.Say($"An export of {posts:n0} posts and {comments:n0} comments, {new FileInfo(export).Length / 1e6:n0} MB, into an empty paper on SQLite", TableOf(run, MoveReport.Of(data), posts, comments, rows, plain));
        results.Keep();
        return ExitCode.Done;
    }

    /// <summary>Written once and kept.</summary>
    private static string ExportOf(Workplace work, int posts, int comments)
    {
        var file = Path.Combine(work.Folder, $"export-{posts}-{comments}.xml");
        if (File.Exists(file)) return file;
        new ExportWriter(new OldPaper(posts, comments), posts, []).WriteTo(file + ".part");
        File.Move(file + ".part", file);
        return file;
    }

    private static Table TableOf(ProgramRun run, MoveReport report, int posts, int comments, long rows, double plain)
    {
        // Every part ends with a last word on how far they have come.
        var (brought, asked) = (run.Last("things brought over"), run.Last("addresses asked for"));
        var (moving, asking) = (brought.At.TotalSeconds, Math.Max(0.1, (asked.At - brought.At).TotalSeconds));
        var rate = rows / moving;
        var table = new Table("", "seconds", "how many", "a second");
        table.Add("import", $"{moving:n1}", "", "");
        table.Add("  of it the first reading", $"{run.Last("things found").At.TotalSeconds:n1}", "", "");
        table.Add("  posts", "", $"{posts:n0}", $"{posts / moving:n0}");
        table.Add("  comments", "", $"{comments:n0}", $"{comments / moving:n0}");
        table.Add("  rows of the database", "", $"{rows:n0}", $"{rate:n0}");
        table.Add("plain SQLite, the same rows in one transaction", $"{rows / plain:n1}", $"{rows:n0}", $"{plain:n0}");
        table.Add("  import, of plain SQLite", "", "", $"{rate / plain:n2}");
        table.Add("verification, addresses", $"{asking:n1}", $"{asked.Done:n0}", $"{asked.Done / asking:n0}");
        table.Add("  differences found", "", $"{report.Verification.Findings.Count:n0}", "");
        table.Add("peak memory, MB", "", $"{run.PeakMegabytes:n0}", "");
        return table;
    }
}
