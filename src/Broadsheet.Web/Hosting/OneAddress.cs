namespace Broadsheet.Web.Hosting;

/// <summary>Every page has one address. Routing would serve a page's address without its last slash too; that one redirects.</summary>
public static class OneAddress
{
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        var path = http.Request.Path.Value!;
        // A browser would take "//name/" for another site, here and in every redirect made of it.
        if (path.StartsWith("//", StringComparison.Ordinal)) return Answer(http, StatusCodes.Status404NotFound);
        if (path.EndsWith('/') || http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || !pattern.EndsWith('/')) return next(http);
        http.Response.Headers.Location = http.Request.Path.Add("/") + http.Request.QueryString;
        return Answer(http, StatusCodes.Status301MovedPermanently);
    });

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
