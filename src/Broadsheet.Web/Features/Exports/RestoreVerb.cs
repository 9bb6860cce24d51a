using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Import.Exporting;
using Broadsheet.Import.Pictures.Stores;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Exports;

/// <summary>broadsheet restore FILE: makes the paper again that an export was written of, on SQLite or PostgreSQL.</summary>
public static class RestoreVerb
{
    public static Command Make()
    {
        var place = new Argument<string>("FILE") { Description = "What broadsheet export wrote: a zip file or a folder." };
        var json = new Option<bool>("--json") { Description = "Prints what was restored as one line of JSON." };
        var verb = new Command("restore", "Puts an export into a new, empty paper. No server may run on it meanwhile.") { place, json };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(async () =>
        {
            try { return await RunAsync(parsed.GetRequiredValue(place), parsed.GetValue(json), Flags.Settings(parsed), stop); }
            catch (BadExport bad) { throw new OperatorMistake($"{bad.Message}. Nothing was restored"); }
        }));
        return verb;
    }

    private static async Task<int> RunAsync(string place, bool json, Settings settings, CancellationToken stop)
    {
        using var shelf = Shelf.Read(place);
        var manifest = Manifest.Read(shelf);
        var steps = new Steps();
        var media = await RestoreDesk.CheckAsync(shelf, manifest, steps.Tell, stop);
        if (manifest.HasKeys) await PlaceKeyAsync(shelf, manifest, settings, stop);
        await using var paper = await Paper.OpenAsync(settings, stop);
        var all = paper.ServiceProvider;
        var desk = new RestoreDesk(all.GetRequiredService<NewsDb>(), all.GetRequiredService<MediaStore>(), all.GetRequiredService<TimeProvider>());
        var outcome = await desk.RestoreAsync(shelf, manifest, media, steps.Tell, stop);
        steps.End();
        foreach (var lost in manifest.Media.Missing) Console.Error.WriteLine($"missing: the original of {lost} was not there when the export was made");
        foreach (var revision in outcome.Broken) Console.Error.WriteLine($"revision {revision} does not follow from the one before: so it was in the paper that was exported");
        if (manifest.SealKey is { } mark && SealKey.MarkOf(KeyRing.Find(settings)!) != mark)
            Console.Error.WriteLine("Addresses are sealed with the key of the old paper: put its keys/seal.key (or Keys:Seal) in the place of this one's, or nobody can read them.");
        if (json) Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { rows = outcome.Rows, pictures = outcome.Pictures, broken = outcome.Broken }, System.Text.Json.JsonSerializerOptions.Web));
        else Console.WriteLine($"{outcome.Rows} rows and {outcome.Pictures} pictures restored");
        return ExitCode.Done;
    }

    private static async Task PlaceKeyAsync(Shelf shelf, Manifest manifest, Settings settings, CancellationToken stop)
    {
        var key = new byte[Domain.Readers.Seal.KeyLength];
        await using (var part = shelf.Open(SealKey.Part) ?? throw new BadExport("the sealing key is missing: the export is damaged"))
            await part.ReadExactlyAsync(key, stop);
        if (SealKey.MarkOf(key) != manifest.SealKey) throw new BadExport("the sealing key is not the one that was exported: the export is damaged or was altered");
        KeyRing.Place(settings, key);
    }
}
