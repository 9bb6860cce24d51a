namespace Broadsheet.Web.Hosting;

/// <summary>HEAD is answered as GET would be, without the body: every page has it, and none has to think of it.</summary>
public static class HeadRequests
{
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method)) return next(http);
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        return next(http);
    });
}
