namespace Broadsheet.Import.Exporting;

internal sealed class FolderShelf : Shelf
{
    private readonly string place;
    private readonly string? unfinished;
    private bool finished;

    private FolderShelf(string place, string? unfinished) => (this.place, this.unfinished) = (place, unfinished);

    public static new FolderShelf Make(string place)
    {
        place = place.TrimEnd('/');
        var unfinished = place + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        return new(place, Directory.CreateDirectory(unfinished).FullName);
    }

    public static new FolderShelf Read(string place) => new(place, null);

    public override Stream Add(string name)
    {
        var path = Path.Combine(unfinished!, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
    }

    public override Stream? Open(string name)
    {
        var path = Path.Combine(place, name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    public override void Finish()
    {
        if (Directory.Exists(place)) Directory.Delete(place);
        Directory.Move(unfinished!, place);
        finished = true;
    }

    public override void Dispose()
    {
        if (!finished && unfinished is not null) Directory.Delete(unfinished, recursive: true);
    }
}
