using System.IO.Compression;

namespace Broadsheet.Import.Exporting;

internal sealed class ZipShelf : Shelf
{
    private readonly string place;
    private readonly ZipArchive zip;
    private readonly string? unfinished;
    private bool finished;

    private ZipShelf(string place, ZipArchive zip, string? unfinished) => (this.place, this.zip, this.unfinished) = (place, zip, unfinished);

    public static new ZipShelf Make(string place)
    {
        var unfinished = place + ".unfinished";
        // Drafts and sealed addresses are in it.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(place, new ZipArchive(new FileStream(unfinished, options), ZipArchiveMode.Create), unfinished);
    }

    public static new ZipShelf Read(string place)
    {
        var file = File.OpenRead(place);
        try { return new(place, new ZipArchive(file, ZipArchiveMode.Read), null); }
        catch (InvalidDataException fault) { file.Dispose(); throw new BadExport($"{place} is no export, or is cut off", fault); }
    }

    // Pictures are compressed already.
    public override Stream Add(string name) => zip.CreateEntry(name, name.StartsWith("media/", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();

    public override Stream? Open(string name) => zip.GetEntry(name)?.Open();

    public override void Finish()
    {
        zip.Dispose();
        File.Move(unfinished!, place, overwrite: false);
        finished = true;
    }

    public override void Dispose()
    {
        try { if (!finished) zip.Dispose(); }
        finally { if (!finished && unfinished is not null) File.Delete(unfinished); }
    }
}
