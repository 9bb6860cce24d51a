using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>The newsroom's style and scripts, from the folder newsroom/ beside the program. What has its fingerprint in the address never changes.</summary>
public sealed class NewsroomFiles
{
    public const string Root = Newsroom.Root + "/assets/";

    private sealed record Content(DateTime SavedAt, byte[] Bytes, string Fingerprint);

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "newsroom") + Path.DirectorySeparatorChar;
    private readonly ConcurrentDictionary<string, Content> read = new();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/assets/{fingerprint:length(12)}/{**name}", Handle).ForAnybody();

    /// <exception cref="FileNotFoundException">There is no such file: a mistake of a component.</exception>
    public string UrlOf(string name) => Find(name) is { } content ? $"{Root}{content.Fingerprint}/{name}" : throw new FileNotFoundException($"newsroom/{name} is not there");

    // A module that another one imports is asked for by that one's fingerprint: it gets the file as it is now, but not for ever.
    internal static IResult Handle(string fingerprint, string name, NewsroomFiles files)
    {
        if (files.Find(name) is not { } content) return Results.NotFound();
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return Pages.Send(content.Bytes, type, content.Fingerprint == fingerprint ? Pages.ForEver : Pages.Revalidated);
    }

    private Content? Find(string name)
    {
        var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, name)));
        if (!file.FullName.StartsWith(folder, StringComparison.Ordinal) || !file.Exists) return null;
        if (read.TryGetValue(name, out var known) && known.SavedAt == file.LastWriteTimeUtc) return known;
        var bytes = File.ReadAllBytes(file.FullName);
        return read[name] = new(file.LastWriteTimeUtc, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
