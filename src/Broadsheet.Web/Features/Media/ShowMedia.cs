using Broadsheet.Data;
using Broadsheet.Import.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Media;

/// <summary>Pictures in the widths that pages ask for. What has an address here never changes.</summary>
public static class ShowMedia
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/{id:long}/{width:int}.webp", Copy);
        routes.MapGet("/media/{id:long}/social.jpg", Social);
    }

    internal static async Task<IResult> Copy(long id, int width, NewsDb db, PictureFolder pictures, HttpContext http, CancellationToken stop) =>
        PictureFolder.Widths.Contains(width) && await FileAsync(id, db, stop) is { } file ? Send(pictures.Sized(file, width), "image/webp", http) : Results.NotFound();

    internal static async Task<IResult> Social(long id, NewsDb db, PictureFolder pictures, HttpContext http, CancellationToken stop) =>
        await FileAsync(id, db, stop) is { } file ? Send(pictures.Social(file), "image/jpeg", http) : Results.NotFound();

    private static Task<string?> FileAsync(long id, NewsDb db, CancellationToken stop) =>
        db.Pictures.Where(p => p.Id == id).Select(p => p.File).SingleOrDefaultAsync(stop);

    private static IResult Send(string file, string type, HttpContext http)
    {
        http.Response.Headers.CacheControl = ForEver;
        return Results.File(file, type, lastModified: File.GetLastWriteTimeUtc(file), enableRangeProcessing: true);
    }
}
