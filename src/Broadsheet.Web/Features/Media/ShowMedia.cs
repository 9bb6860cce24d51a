using System.Collections.Concurrent;
using Broadsheet.Data;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Media;

/// <summary>Pictures in the widths that pages ask for, and the theme's own files. What has an address here never changes.</summary>
public static class ShowMedia
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/{id:long}/{width:int}.webp", Copy);
        routes.MapGet("/media/{id:long}/social.jpg", Social);
        routes.MapGet("/theme/{fingerprint:length(12)}/{name}", ThemeFile);
        routes.MapGet("/theme/social.jpg", ThemePicture);
        routes.MapGet("/favicon.ico", (Settings settings, HttpContext http) => ThemeFile("", "favicon.svg", settings, http));
    }

    internal static async Task<IResult> Copy(long id, int width, NewsDb db, PictureFolder pictures, HttpContext http, CancellationToken stop) =>
        PictureFolder.Widths.Contains(width) && await FileAsync(id, db, stop) is { } file ? Send(pictures.Sized(file, width), "image/webp", http) : Results.NotFound();

    internal static async Task<IResult> Social(long id, NewsDb db, PictureFolder pictures, HttpContext http, CancellationToken stop) =>
        await FileAsync(id, db, stop) is { } file ? Send(pictures.Social(file), "image/jpeg", http) : Results.NotFound();

    internal static IResult ThemeFile(string fingerprint, string name, Settings settings, HttpContext http)
    {
        var assets = Path.Combine(settings.ThemeFolder, "assets") + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(assets, name));
        if (!file.StartsWith(assets, StringComparison.Ordinal) || !File.Exists(file)) return Results.NotFound();
        return Send(file, ContentTypes.TryGetContentType(name, out var type) ? type : "application/octet-stream", http);
    }

    private static readonly ConcurrentDictionary<(string, DateTime), byte[]> Drawn = new();

    // The paper's own picture, for pages that have none to be shared with.
    internal static IResult ThemePicture(Settings settings)
    {
        var file = Path.Combine(settings.ThemeFolder, "assets", "social.svg");
        return File.Exists(file) ? Results.Bytes(Drawn.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), _ => PictureFolder.Draw(file)), "image/jpeg") : Results.NotFound();
    }

    private static Task<string?> FileAsync(long id, NewsDb db, CancellationToken stop) =>
        db.Pictures.Where(p => p.Id == id).Select(p => p.File).SingleOrDefaultAsync(stop);

    private static IResult Send(string file, string type, HttpContext http)
    {
        http.Response.Headers.CacheControl = ForEver;
        return Results.File(file, type, lastModified: File.GetLastWriteTimeUtc(file), enableRangeProcessing: true);
    }
}
