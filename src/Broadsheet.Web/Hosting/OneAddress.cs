namespace Broadsheet.Web.Hosting;

/// <summary>Every page has one address. Routing would serve a page's address without its last slash too; that one redirects.</summary>
public static class OneAddress
{
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        var path = http.Request.Path.Value!;
        // A browser would take "//name/" for another site in a redirect made of it.
        if (path.StartsWith("//", StringComparison.Ordinal)) return Lead(http, new PathString("/" + path.TrimStart('/', '\\')));
        if (path.EndsWith('/') || http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || !pattern.EndsWith('/')) return next(http);
        return Lead(http, http.Request.Path.Add("/"));
    });

    private static Task Lead(HttpContext http, PathString to)
    {
        http.Response.Headers.Location = to + http.Request.QueryString;
        http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        return Task.CompletedTask;
    }
}
