using System.Collections.Concurrent;
using System.Security.Cryptography;
using Broadsheet.Domain;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Import.Pictures;

/// <summary>
/// The pictures of the paper. Originals are kept as they came and never served; readers get copies in a few widths, made by the first
/// node that needs one and found by all others in the store.
/// </summary>
public sealed class PictureDesk(MediaStore store)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Unkept?>>> making = new();
    // Each takes a core and the original in memory; a crawler that asks for a thousand copies gets them one after the other.
    private readonly SemaphoreSlim hands = new(Environment.ProcessorCount);

    /// <summary>Keeps the original. Refused: what <see cref="Prints.LookAt"/> refuses.</summary>
    /// <exception cref="MediaStoreSilent"/>
    public async Task<Result<Picture>> AddAsync(byte[] bytes, string name, DateTime now, CancellationToken stop)
    {
        var looked = Prints.LookAt(bytes, name);
        if (looked.Refused is { } refusal) return refusal;
        var look = looked.Value;
        var file = Convert.ToHexStringLower(SHA256.HashData(bytes)) + "." + look.Extension;
        if (!await store.ExistsAsync(Original(file), stop)) await store.PutAsync(Original(file), bytes, stop);
        return new Picture(file, look.Width, look.Height, name, now);
    }

    /// <summary>The WebP copy in one of <see cref="Prints.Widths"/>; null = the original is lost.</summary>
    /// <exception cref="MediaStoreSilent"/>
    public Task<MediaFile?> SizedAsync(string file, int width, CancellationToken stop) =>
        CopyAsync($"sized/{Path.GetFileNameWithoutExtension(file)}-{width}.webp", file, original => Prints.Sized(original, width, drawing: file.EndsWith(".svg")), stop);

    /// <summary>The JPEG that goes with a shared link; null = the original is lost.</summary>
    /// <exception cref="MediaStoreSilent"/>
    public Task<MediaFile?> SocialAsync(string file, CancellationToken stop) =>
        CopyAsync($"sized/{Path.GetFileNameWithoutExtension(file)}-social.jpg", file, Prints.Social, stop);

    private static string Original(string file) => "originals/" + file;

    /// <summary>A copy that was made and could not be stored.</summary>
    private sealed record Unkept(byte[] Bytes, MediaStoreSilent Why);

    // Nobody's going away ends a making that others may wait for: it has no token but the store's patience.
    private async Task<MediaFile?> CopyAsync(string name, string file, Func<byte[], byte[]> print, CancellationToken stop)
    {
        if (await store.OpenAsync(name, stop) is { } there) return there;
        var made = making.GetOrAdd(name, _ => new(() => MakeAsync(name, file, print)));
        return await made.Value.WaitAsync(stop) is { } unkept ? new MediaFile(new MemoryStream(unkept.Bytes), null, null) { Unkept = unkept.Why } : await store.OpenAsync(name, stop);
    }

    private async Task<Unkept?> MakeAsync(string name, string file, Func<byte[], byte[]> print)
    {
        await Task.Yield();
        await hands.WaitAsync();
        try
        {
            if (await store.ExistsAsync(name, default)) return null;
            if (await store.BytesAsync(Original(file), default) is not { } original) return null;
            var copy = print(original);
            // A full disk is no reason not to show it.
            try { await store.PutAsync(name, copy, default); }
            catch (MediaStoreSilent silent) { return new(copy, silent); }
            return null;
        }
        finally
        {
            hands.Release();
            making.TryRemove(name, out _);
        }
    }
}
