using Broadsheet.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Broadsheet.Import.Pictures;

/// <summary>Which file a picture is. That never changes, so it is asked once; what is not there is asked again, it may come.</summary>
public sealed class PictureFiles : IDisposable
{
    private const int Most = 20_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Null = there is no such picture.</summary>
    public async ValueTask<string?> FindAsync(long id, NewsDb db, CancellationToken stop)
    {
        if (known.TryGetValue<string>(id, out var file)) return file;
        file = await db.Pictures.Where(p => p.Id == id).Select(p => p.File).SingleOrDefaultAsync(stop);
        if (file is not null) known.Set(id, file, new MemoryCacheEntryOptions { Size = 1 });
        return file;
    }

    public void Dispose() => known.Dispose();
}
