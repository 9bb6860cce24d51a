namespace Broadsheet.Import.Pictures.Stores;

/// <summary>Pictures in a folder: in the data folder, or in one that several nodes share.</summary>
public sealed class FolderStore(string folder, Patience patience) : MediaStore(patience)
{
    public override string ToString() => $"the folder {folder}";

    /// <summary>A folder that is not mounted looks like an empty one: only a name below it is made, never the folder itself.</summary>
    protected override Task<string?> WrongAsync(CancellationToken stop)
    {
        try
        {
            if (!Directory.Exists(folder)) return Task.FromResult<string?>($"there is no folder {folder}");
            var trial = Path.Combine(folder, $".{Guid.NewGuid():n}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return Task.FromResult<string?>(null);
        }
        catch (UnauthorizedAccessException) { return Task.FromResult<string?>($"the folder {folder} cannot be written"); }
    }

    protected override Task<MediaFile?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            var content = new FileStream(PathOf(name), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete });
            var changed = File.GetLastWriteTimeUtc(content.SafeFileHandle);
            return Task.FromResult<MediaFile?>(new MediaFile(content, changed, $"{changed.Ticks ^ content.Length:x}"));
        }
        catch (IOException fault) when (IsNone(fault)) { return Task.FromResult<MediaFile?>(null); }
    }

    protected override Task<bool> HasAsync(string name, CancellationToken stop)
    {
        var there = File.Exists(PathOf(name));
        if (!there) MustBeThere();
        return Task.FromResult(there);
    }

    // Under another name first, and on the disk before it gets its own: a file with the right name is always whole.
    protected override async Task WriteAsync(string name, byte[] bytes, CancellationToken stop)
    {
        MustBeThere();
        var path = PathOf(name);
        var unfinished = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName, $".{Guid.NewGuid():n}");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, stop);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch { File.Delete(unfinished); throw; }
    }

    protected override string? ReasonOf(Exception fault) => fault switch
    {
        IOException { HResult: 28 } => "the disk is full",
        IOException or UnauthorizedAccessException => fault.Message,
        _ => null,
    };

    private string PathOf(string name) => Path.Combine(folder, name);

    // A folder that went away has lost nothing: its files are not missing, they cannot be seen.
    private void MustBeThere()
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException("it is not there");
    }

    private bool IsNone(IOException fault) => fault is FileNotFoundException || fault is DirectoryNotFoundException && Directory.Exists(folder);
}
