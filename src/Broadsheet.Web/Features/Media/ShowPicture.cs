using Broadsheet.Data.Reading;
using Broadsheet.Import.Pictures;
using Broadsheet.Import.Pictures.Stores;
using Broadsheet.Web.Layout;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Features.Media;

/// <summary>Pictures in the widths that pages ask for. What has an address here never changes.</summary>
public static class ShowPicture
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/{id:long}/{width:int}.webp", Sized);
        routes.MapGet("/media/{id:long}/social.jpg", Social);
    }

    internal static Task<IResult> Sized(long id, int width, PictureFiles files, ReadingRoom room, PictureDesk pictures, HttpContext http, CancellationToken stop) =>
        Prints.Widths.Contains(width) ? SendAsync(id, file => pictures.SizedAsync(file, width, stop), "image/webp", files, room, http, stop) : Task.FromResult(Results.NotFound());

    internal static Task<IResult> Social(long id, PictureFiles files, ReadingRoom room, PictureDesk pictures, HttpContext http, CancellationToken stop) =>
        SendAsync(id, file => pictures.SocialAsync(file, stop), "image/jpeg", files, room, http, stop);

    private static async Task<IResult> SendAsync(long id, Func<string, Task<MediaFile?>> copy, string type, PictureFiles files, ReadingRoom room, HttpContext http, CancellationToken stop)
    {
        if (await files.FindAsync(id, room, stop) is not { } file) return Results.NotFound();
        try
        {
            if (await copy(file) is not { } picture) return Lost(id, file, http);
            if (picture.Unkept is { } unkept) Tell(unkept, http);
            http.Response.Headers.CacheControl = Pages.ForEver;
            return Results.Stream(picture.Content, type, lastModified: picture.ModifiedAt, entityTag: picture.Tag is { } tag ? new EntityTagHeaderValue($"\"{tag}\"") : null, enableRangeProcessing: true);
        }
        catch (MediaStoreSilent silent) { return Silent(silent, http); }
    }

    private static IResult Lost(long id, string file, HttpContext http)
    {
        Log(http).LogError("pictures: the original of picture {Id} is lost: originals/{File}", id, file);
        return Results.NotFound();
    }

    // A body, so that nobody draws a page of excuses where a picture should be.
    private static IResult Silent(MediaStoreSilent silent, HttpContext http)
    {
        Tell(silent, http);
        (http.Response.Headers.CacheControl, http.Response.Headers.RetryAfter) = ("no-store", "5");
        return Results.Text("The picture cannot be shown at the moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static void Tell(MediaStoreSilent silent, HttpContext http)
    {
        if (silent.IsNews) Log(http).LogError("{Fault}", silent.Message);
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet");
}
