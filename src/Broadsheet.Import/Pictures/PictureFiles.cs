using Broadsheet.Data.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace Broadsheet.Import.Pictures;

/// <summary>Which file a picture is. That never changes, so it is asked once; what is not there is asked again, it may come.</summary>
public sealed class PictureFiles : IDisposable
{
    private const int Most = 20_000;

    private static readonly Question<string> FileOf = new("select file from picture where id = @p0", row => row.GetString(0));

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Null = there is no such picture.</summary>
    public async ValueTask<string?> FindAsync(long id, ReadingRoom room, CancellationToken stop)
    {
        if (known.TryGetValue<string>(id, out var file)) return file;
        file = await room.AskAsync(db => FileOf.FirstAsync(db, stop, id));
        if (file is not null) known.Set(id, file, new MemoryCacheEntryOptions { Size = 1 });
        return file;
    }

    public void Dispose() => known.Dispose();
}
