using System.Text.Json;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Web.Features.Readers;

/// <summary>
/// Name, address and website of a reader who ticked "remember me": sealed in their own browser's cookie, opened only for them.
/// A second cookie without content tells the page's script that there is something to ask for.
/// </summary>
public sealed class Remembered(Seal seal)
{
    private const string Cookie = "reader", Hint = "remembered";

    public sealed record Details(string Author, string Email, string? Website);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comments/me", (HttpContext http, Remembered remembered) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return remembered.Read(http.Request) is { } details
            ? Results.Json(new { author = details.Author, email = details.Email, website = details.Website }) : Results.NoContent();
    });

    /// <summary>Null when nothing was remembered, or what came back is not what was sealed.</summary>
    public Details? Read(HttpRequest request)
    {
        var box = new byte[2048];
        return request.Cookies[Cookie] is { } text && Convert.TryFromBase64String(text, box, out var length) && seal.Open(box[..length]) is { } json
            ? JsonSerializer.Deserialize<Details>(json) : null;
    }

    public void Keep(HttpResponse response, Details details)
    {
        response.Cookies.Append(Cookie, Convert.ToBase64String(seal.Close(JsonSerializer.Serialize(details))), For(response, secret: true));
        response.Cookies.Append(Hint, "1", For(response, secret: false));
    }

    /// <summary>A reader who left the box unticked is forgotten.</summary>
    public static void Forget(HttpRequest request, HttpResponse response)
    {
        foreach (var name in new[] { Cookie, Hint }.Where(request.Cookies.ContainsKey)) response.Cookies.Delete(name);
    }

    private static CookieOptions For(HttpResponse response, bool secret) => new()
    {
        HttpOnly = secret, Secure = response.HttpContext.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };
}
