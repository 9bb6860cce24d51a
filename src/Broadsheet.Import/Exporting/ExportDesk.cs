using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Exporting;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Import.Exporting;

/// <summary>Writes the whole paper, as it is at one moment, in a form that any program can read (docs/operating/export.md).</summary>
public sealed class ExportDesk(Database database, MediaStore store, TimeProvider clock)
{
    private const int Piece = 1 << 16;

    /// <param name="Key">The sealing key; null = there is none to tell of.</param>
    /// <param name="WithKeys">Puts the key itself into the export.</param>
    public sealed record Order(string Place, string Program, string Site, byte[]? Key, bool WithKeys);

    /// <exception cref="BadExport"/>
    public async Task<Manifest> WriteAsync(Order order, Action<string, long, long> tell, CancellationToken stop)
    {
        using var shelf = Shelf.Make(order.Place);
        await using var snapshot = await Snapshot.TakeAsync(database, stop);
        List<TablePart> tables = [];
        foreach (var table in ExportedTables.All) tables.Add(await TableAsync(shelf, snapshot, table, tell, stop));
        var media = await MediaAsync(shelf, await snapshot.PicturesAsync(stop), tell, stop);
        var withKeys = order is { WithKeys: true, Key: not null };
        if (withKeys)
            await using (var key = shelf.Add(SealKey.Part)) await key.WriteAsync(order.Key!, stop);
        var manifest = new Manifest(Manifest.ThisFormat, Manifest.ThisVersion, clock.GetUtcNow().UtcDateTime, order.Program, order.Site,
            Schema.Numbered, order.Key is null ? null : SealKey.MarkOf(order.Key), withKeys, tables, media);
        await using (var part = shelf.Add(Manifest.FileName)) manifest.WriteTo(part);
        shelf.Finish();
        return manifest;
    }

    private static async Task<TablePart> TableAsync(Shelf shelf, Snapshot snapshot, ExportedTable table, Action<string, long, long> tell, CancellationToken stop)
    {
        var all = await snapshot.CountAsync(table, stop);
        await using var part = new Part(shelf.Add(TablePart.FileOf(table.Name)));
        await snapshot.WriteAsync(table, async line =>
        {
            await part.LineAsync(line);
            tell(table.Name, part.Lines, all);
        }, stop);
        return new(table.Name, part.Lines, await snapshot.LastAsync(table, stop), part.Digest());
    }

    // Originals never change: what the snapshot names is there, also when it was added a moment ago.
    private async Task<MediaPart> MediaAsync(Shelf shelf, List<string> files, Action<string, long, long> tell, CancellationToken stop)
    {
        List<string> missing = [];
        List<MediaLine> lines = [];
        var bytes = 0L;
        foreach (var file in files)
        {
            if (await store.OpenAsync("originals/" + file, stop) is not { } original) { missing.Add(file); continue; }
            await using (original.Content)
            await using (var part = new Part(shelf.Add(MediaPart.FileOf(file))))
            {
                var piece = new byte[Piece];
                for (int read; (read = await original.Content.ReadAsync(piece, stop)) > 0;) await part.WriteAsync(piece.AsMemory(0, read), stop);
                bytes += part.Bytes;
                lines.Add(new(file, part.Bytes, part.Digest()));
            }
            tell("pictures", lines.Count, files.Count);
        }
        await using var list = new Part(shelf.Add(MediaPart.List));
        foreach (var line in lines) await list.LineAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, JsonSerializerOptions.Web), (byte)'\n']);
        return new(lines.Count, bytes, list.Digest(), missing);
    }
}
