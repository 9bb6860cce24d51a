using System.Runtime.CompilerServices;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Exporting;
using Broadsheet.Domain;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Import.Exporting;

/// <summary>Puts an export into an empty paper. Checked before, counted after; the database has all of it or nothing, and it can be run again.</summary>
public sealed class RestoreDesk(NewsDb db, MediaStore store, TimeProvider clock)
{
    /// <param name="Broken">Revisions that did not follow from the one before when they were exported.</param>
    public sealed record Outcome(long Rows, int Pictures, IReadOnlyList<long> Broken);

    /// <summary>Every digest, before anything is written.</summary>
    /// <exception cref="BadExport"/>
    public static async Task<List<MediaLine>> CheckAsync(Shelf shelf, Manifest manifest, Action<string, long, long> tell, CancellationToken stop)
    {
        if (manifest.Schema.FirstOrDefault(s => !Schema.Numbered.Contains(s)) is { } newer) throw new BadExport($"the export is of a newer program (its schema has {newer}): use that or a newer one");
        foreach (var table in manifest.Tables)
        {
            if (ExportedTables.All.All(t => t.Name != table.Name)) throw new BadExport($"the export has a table {table.Name} that this program does not know: use a newer one");
            await SameAsync(shelf, table.File, table.Sha256, stop);
        }
        await SameAsync(shelf, MediaPart.List, manifest.Media.Sha256, stop);
        List<MediaLine> media = [];
        await foreach (var line in LinesAsync(shelf, MediaPart.List, stop)) media.Add(JsonSerializer.Deserialize<MediaLine>(line, JsonSerializerOptions.Web)!);
        for (var at = 0; at < media.Count; at++)
        {
            // It becomes the name of a file.
            if (media[at].File != Path.GetFileName(media[at].File) || media[at].File is "" or "." or "..") throw new BadExport($"{media[at].File} is no name of a picture");
            await SameAsync(shelf, MediaPart.FileOf(media[at].File), media[at].Sha256, stop);
            tell("pictures checked", at + 1, media.Count);
        }
        return media;
    }

    /// <exception cref="BadExport"/>
    public async Task<Outcome> RestoreAsync(Shelf shelf, Manifest manifest, IReadOnlyList<MediaLine> media, Action<string, long, long> tell, CancellationToken stop)
    {
        await using var refill = await Refill.BeginAsync(db, stop);
        if (await refill.OccupiedAsync(stop) is { } occupied) throw new BadExport($"the paper is not empty (there are rows in {occupied}); an export is restored into a new one");
        foreach (var table in ExportedTables.All)
        {
            if (manifest.Tables.FirstOrDefault(t => t.Name == table.Name) is not { } part) continue;
            try { await refill.PutAsync(table, Counted(LinesAsync(shelf, part.File, stop), table.Name, part.Rows, tell), stop); }
            catch (FormatException wrong) { throw new BadExport(wrong.Message, wrong); }
            if (part.Last is { } last) await refill.PassAsync(table, last, stop);
            if (await refill.CountAsync(table, stop) is var count && count != part.Rows) throw new BadExport($"{table.Name} has {count} rows and not {part.Rows}");
        }
        await refill.MakeWordsAsync(done => tell("articles made ready for search", done, 0), stop);
        var broken = await refill.BrokenAsync(stop);
        // Before the rows are there for others; a picture without a row harms nobody.
        await PicturesAsync(shelf, media, tell, stop);
        await refill.CommitAsync(clock.UtcNow(), stop);
        return new(manifest.Tables.Sum(t => t.Rows), media.Count, broken);
    }

    private async Task PicturesAsync(Shelf shelf, IReadOnlyList<MediaLine> media, Action<string, long, long> tell, CancellationToken stop)
    {
        for (var at = 0; at < media.Count; at++)
        {
            var name = "originals/" + media[at].File;
            if (!await store.ExistsAsync(name, stop))
            {
                await using var part = shelf.Open(MediaPart.FileOf(media[at].File))!;
                var bytes = new byte[media[at].Bytes];
                await part.ReadExactlyAsync(bytes, stop);
                await store.PutAsync(name, bytes, stop);
            }
            tell("pictures", at + 1, media.Count);
        }
    }

    private static async Task SameAsync(Shelf shelf, string name, string digest, CancellationToken stop)
    {
        var part = shelf.Open(name) ?? throw new BadExport($"{name} is missing: the export is damaged");
        if (await Part.DigestAsync(part, stop) != digest) throw new BadExport($"{name} is not what was exported: the export is damaged or was altered");
    }

    private static async IAsyncEnumerable<string> LinesAsync(Shelf shelf, string name, [EnumeratorCancellation] CancellationToken stop)
    {
        using var text = new StreamReader(shelf.Open(name)!);
        while (await text.ReadLineAsync(stop) is { } line) yield return line;
    }

    private static async IAsyncEnumerable<string> Counted(IAsyncEnumerable<string> lines, string what, long all, Action<string, long, long> tell)
    {
        var done = 0L;
        await foreach (var line in lines)
        {
            yield return line;
            tell(what, ++done, all);
        }
    }
}
