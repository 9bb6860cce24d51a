using System.CommandLine;
using System.Reflection;
using Broadsheet.Data;
using Broadsheet.Import.Exporting;
using Broadsheet.Import.Pictures.Stores;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Exports;

/// <summary>broadsheet export FILE: writes the whole paper into one file, or a folder, that any program can read.</summary>
public static class ExportVerb
{
    public static Command Make()
    {
        var place = new Argument<string>("FILE") { Description = "A zip file that is not there yet, or a folder (with a slash at the end)." };
        var keys = new Option<bool>("--with-keys") { Description = "Puts the sealing key in: whoever has the file can then read every address." };
        var json = new Option<bool>("--json") { Description = "Prints the manifest as one line of JSON." };
        var verb = new Command("export", "Writes the whole paper into a file.") { place, keys, json };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(place), parsed.GetValue(keys), parsed.GetValue(json), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string place, bool withKeys, bool json, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var all = paper.ServiceProvider;
        var desk = new ExportDesk(all.GetRequiredService<Database>(), all.GetRequiredService<MediaStore>(), all.GetRequiredService<TimeProvider>());
        var program = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var steps = new Steps();
        Manifest manifest;
        try { manifest = await desk.WriteAsync(new(place, program, settings.Site.Name, KeyRing.Find(settings), withKeys), steps.Tell, stop); }
        catch (BadExport bad) { throw new OperatorMistake(bad.Message); }
        steps.End();
        foreach (var lost in manifest.Media.Missing) Console.Error.WriteLine($"missing: the original of {lost} is not in the store any more");
        if (manifest.HasKeys) Console.Error.WriteLine("THE SEALING KEY IS IN THE EXPORT: whoever has the file can read every address. Keep it as you keep the key.");
        else Console.Error.WriteLine("The sealing key is not in the export: keep keys/seal.key apart from it. Without it nobody can read the addresses.");
        if (json) Console.WriteLine(manifest.ToJson());
        else Console.WriteLine($"{manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables and {manifest.Media.Files} pictures in {place}");
        return ExitCode.Done;
    }
}
