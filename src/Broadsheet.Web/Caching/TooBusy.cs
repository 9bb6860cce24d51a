using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Caching;

/// <summary>More pages are asked for than can be drawn. The answer asks neither the database nor the theme.</summary>
internal sealed class TooBusy() : Exception("Too many pages are waiting to be drawn.")
{
    private const string SoonAgain = "5";

    public static Task TellAsync(HttpContext http, int status)
    {
        http.Response.Clear();
        SecurityHeaders.Put(http.Response);
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = SoonAgain;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("The paper is very busy. Please try again in a few seconds.\n");
    }
}
