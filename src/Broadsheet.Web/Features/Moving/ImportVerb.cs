using System.CommandLine;
using System.Text.Json;
using Broadsheet.Import.Ghost;
using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Moving;

/// <summary>broadsheet import wordpress|ghost EXPORT…: brings a newspaper over.</summary>
public static class ImportVerb
{
    private const int Shown = 20;

    public static Command Make() => new("import", "Brings a newspaper over from another engine.")
    {
        Make("wordpress", "exports of WordPress", "Files that WordPress wrote under Tools → Export; all parts of one site, in any order, gzipped or not.", (file, tell) => new ExportReader(tell).Read(file)),
        Make("ghost", "an export of Ghost", "The file that Ghost wrote under Settings → Labs → Export.", GhostReader.Read),
    };

    private static Command Make(string engine, string what, string files, ReadExport read)
    {
        var exports = new Argument<string[]>("EXPORT") { Description = files, Arity = ArgumentArity.OneOrMore };
        var media = new Option<string?>("--media") { Description = "A copy of the old site's folder of pictures (wp-content/uploads, content/images)." };
        var fetch = new Option<bool>("--fetch-media") { Description = "Fetches the pictures that pieces show from the old site." };
        var site = new Option<string?>("--site") { Description = "The old site's address, where the files do not say it, or another at which it can be reached." };
        var redirects = new Option<string[]>("--redirects") { Description = "Redirects of the old site: the Redirection plugin's CSV, or Apache's rules.", DefaultValueFactory = _ => [] };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would become of everything, and writes nothing." };
        var json = new Option<bool>("--json") { Description = "Prints the whole report as JSON." };
        var verb = new Command(engine, $"Brings a newspaper over from {what}.") { exports, media, fetch, site, redirects, dry, json };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() =>
        {
            var settings = Flags.Settings(parsed);
            var order = new MoveDesk.Order(read, parsed.GetRequiredValue(exports), parsed.GetValue(site) ?? (engine == "ghost" ? "https://ghost.invalid" : null), parsed.GetValue(media), parsed.GetValue(redirects) ?? [], settings.Site.Language, parsed.GetValue(dry))
            {
                Fetching = parsed.GetValue(fetch) ? new Fetching(Path.Combine(settings.Data, "import", "media"), Reached(parsed.GetValue(site), engine)) : null,
            };
            return RunAsync(order, settings, parsed.GetValue(json), stop);
        }));
        return verb;
    }

    // An export of Ghost does not say where its site stands.
    private static Uri? Reached(string? site, string engine)
    {
        if (site is null && engine != "ghost") return null;
        if (Uri.TryCreate(site?.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        throw new OperatorMistake("--fetch-media needs the old site's address: --site https://…");
    }

    private static async Task<int> RunAsync(MoveDesk.Order order, Settings settings, bool json, CancellationToken stop)
    {
        if (order.Files.Concat(order.Redirects).FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new OperatorMistake($"there is no file {missing}");
        if (order.Media is { } folder && !Directory.Exists(folder)) throw new OperatorMistake($"there is no folder {folder}");
        using var thrift = new Thrift();
        var report = await BringAsync(order, settings, stop);
        var outcome = order.DryRun ? null : await VerifyImportVerb.VerifyAsync(settings, stop);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { report, verification = outcome }, MoveFiles.Readable));
        else Tell(report);
        if (outcome is null) Console.Error.WriteLine("Nothing was written.");
        else
        {
            if (!json) VerifyImportVerb.Tell(outcome);
            Console.Error.WriteLine($"The whole report: {await MoveFiles.WriteAsync(settings.Data, order.Files, report, outcome, stop)}");
        }
        return report.FaultCount == 0 && outcome?.Findings.Count is null or 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<MoveReport> BringAsync(MoveDesk.Order order, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var progress = new ProgressLine("things found");
        void Brought(int done, int all)
        {
            if (done == 0)
            {
                progress.End();
                progress = new ProgressLine("things brought over");
            }
            progress.Tell(done, all);
        }
        try { return await paper.ServiceProvider.GetRequiredService<MoveDesk>().BringAsync(order, found => progress.Tell(found), Brought, stop); }
        catch (NotAnExport wrong) { throw new OperatorMistake($"{wrong.At}: {wrong.Message}"); }
        catch (InvalidDataException broken) { throw new OperatorMistake($"a file is cut off or damaged: {broken.Message}"); }
        finally { progress.End(); }
    }

    private static void Tell(MoveReport report)
    {
        foreach (var (kind, count) in report.Counts) Console.WriteLine($"{count,8:N0}  {kind}");
        foreach (var (what, count) in report.LeftOut) Console.WriteLine($"{count,8:N0}  left out: {what}");
        foreach (var (code, count) in report.UnknownShortcodes) Console.WriteLine($"{count,8:N0}  unknown shortcode [{code}]: taken out, what it enclosed stayed");
        if (report.MissingPictures.Count > 0) Console.WriteLine($"{report.MissingPictures.Count,8:N0}  pictures are missing (--media, --fetch-media; import/report.html names each)");
        if (report.RemarkCount > 0) Console.WriteLine($"{report.RemarkCount,8:N0}  remarks for an editor (import/report.html)");
        foreach (var fault in report.Faults.Take(Shown)) Console.Error.WriteLine(fault);
        if (report.FaultCount > Shown) Console.Error.WriteLine($"… and {report.FaultCount - Shown:N0} more (--json shows them)");
    }
}
