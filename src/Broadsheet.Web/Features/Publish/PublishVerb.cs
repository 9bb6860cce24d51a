using System.CommandLine;
using System.Text.Json;
using Broadsheet.Domain.Checks;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Publish;

/// <summary>broadsheet publish FILE.md…: puts manuscripts on the site; all of them, or, when one has a fault, none.</summary>
public static class PublishVerb
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown with YAML front matter (docs/newsroom/manuscripts.md).", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Prints the result as one line of JSON." };
        var strict = new Option<bool>("--strict") { Description = "Publishes nothing when a check refuses it (docs/newsroom/checks.md)." };
        var verb = new Command("publish", "Publishes manuscripts.") { files, json, strict };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetValue(strict), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, bool json, bool strict, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var reader = paper.ServiceProvider.GetRequiredService<ManuscriptReader>();
        var read = files.Select(reader.Read).ToList();
        var faults = read.SelectMany(r => r.Faults).ToList();
        if (faults.Count > 0) return Refuse(faults);

        var outcome = await paper.ServiceProvider.GetRequiredService<ManuscriptDesk>().PublishAsync([.. read.Select(r => r.Manuscript!)], stop, strict);
        if (outcome.Faults.Count > 0) return Refuse(outcome.Faults);
        foreach (var (file, finding) in outcome.Findings.Where(f => f.Finding.Severity > Severity.Hint)) Console.Error.WriteLine($"{file}: {Where(finding.Place)}: {(finding.Severity == Severity.Refuse ? "refused by a check" : "look again")}: {finding}");
        if (outcome.Articles.Count == 0) return Refuse([]);
        foreach (var made in outcome.Made) Console.Error.WriteLine("new " + made);
        if (json) Console.WriteLine(JsonSerializer.Serialize(outcome.Articles.Select(a => new { file = a.File, path = a.Path, revision = a.Revision }), JsonSerializerOptions.Web));
        else foreach (var article in outcome.Articles) Console.WriteLine($"{article.Path} (revision {article.Revision})");
        return ExitCode.Done;
    }

    private static string Where(Place place) => place.Paragraph > 0 ? $"{place.Field}, paragraph {place.Paragraph}" : place.Field;

    private static int Refuse(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        Console.Error.WriteLine("Nothing was published.");
        return ExitCode.Refused;
    }
}
