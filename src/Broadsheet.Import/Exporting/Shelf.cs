namespace Broadsheet.Import.Exporting;

/// <summary>Where the parts of an export lie: in one zip file or in a folder. What is written bears another name until it is whole.</summary>
public abstract class Shelf : IDisposable
{
    /// <summary>A new part; one at a time.</summary>
    public abstract Stream Add(string name);

    /// <summary>Null = there is no such part.</summary>
    public abstract Stream? Open(string name);

    /// <summary>All parts are there: gives the whole its name.</summary>
    public abstract void Finish();

    public abstract void Dispose();

    /// <param name="place">Ends in .zip, or is a folder.</param>
    /// <exception cref="BadExport">There is something already.</exception>
    public static Shelf Make(string place)
    {
        if (File.Exists(place) || Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()) throw new BadExport($"{place} is there already; an export overwrites nothing");
        if (Path.GetDirectoryName(Path.GetFullPath(place.TrimEnd('/'))) is { Length: > 0 } around) Directory.CreateDirectory(around);
        return place.EndsWith('/') || Directory.Exists(place) ? FolderShelf.Make(place) : ZipShelf.Make(place);
    }

    /// <exception cref="BadExport">It is no export, or is cut off.</exception>
    public static Shelf Read(string place)
    {
        if (Directory.Exists(place)) return FolderShelf.Read(place);
        return File.Exists(place) ? ZipShelf.Read(place) : throw new BadExport($"there is no file {place}");
    }
}

/// <summary>An export that cannot be written there, or restored: in a sentence for the operator.</summary>
public sealed class BadExport(string message, Exception? inner = null) : Exception(message, inner);
