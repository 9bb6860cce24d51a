using Broadsheet.Data.Reading;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Extensions;

namespace Broadsheet.Web.SigningIn;

/// <summary>Every request for the newsroom comes through here: who it is, whether they may, whether a form is ours. Readers' requests pass by untouched.</summary>
public static class Door
{
    public const string SignInPath = Newsroom.Root + "/sign-in";

    private const string Policy =
        "default-src 'none'; img-src 'self' blob:; media-src 'self' blob:; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static void Use(WebApplication app) => app.Use((http, next) => http.Request.Path.StartsWithSegments(Newsroom.Root) ? EnterAsync(http, next) : next(http));

    private static async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(PutHeaders, http);
        // A proxy within the house that speaks TLS for us says so: then cookies are for TLS alone.
        if (http.Request.Headers["X-Forwarded-Proto"] == "https" && WrongTries.IsInHouse(http.Connection.RemoteIpAddress)) http.Request.Scheme = "https";
        try
        {
            if (await RefusalAsync(http) is { } status) await RefuseAsync(http, status);
            else
            {
                await next(http);
                if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await NewsroomError.ShowAsync(http, http.Response.StatusCode);
            }
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted) { await NewsroomError.ShowAsync(http, bad.StatusCode, bad.StatusCode == 400 ? "What was sent cannot be read." : null); }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet").LogError(fault, "{Method} {Path}", http.Request.Method, http.Request.Path);
            await NewsroomError.ShowAsync(http, DatabaseGone.IsOfDatabase(fault) ? 503 : 500);
        }
    }

    /// <returns>The status that says why not; null for whoever may pass.</returns>
    private static async Task<int?> RefusalAsync(HttpContext http)
    {
        if (IsFile(http)) return null;
        var me = await http.RequestServices.GetRequiredService<Sessions>().RecogniseAsync(http);
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<Needed>();
        if (needed is not { Right: null })
        {
            if (me is null) return StatusCodes.Status401Unauthorized;
            if (needed?.Right is { } right && !me.May(right)) return StatusCodes.Status403Forbidden;
        }
        if (HttpMethods.IsGet(http.Request.Method)) return null;
        try { await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http); }
        catch (AntiforgeryValidationException fault) { return fault.InnerException is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest; }
        return null;
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        if (status != StatusCodes.Status401Unauthorized || !HttpMethods.IsGet(http.Request.Method) || !Newsroom.WantsPage(http.Request)) return NewsroomError.ShowAsync(http, status);
        http.Response.Redirect(SignInPath + QueryString.Create("to", http.Request.GetEncodedPathAndQuery()));
        return Task.CompletedTask;
    }

    private static Task PutHeaders(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        if (!IsFile(http)) headers.CacheControl = "no-store";
        headers.Remove("Pragma");
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = Policy;
        return Task.CompletedTask;
    }

    private static bool IsFile(HttpContext http) => http.Request.Path.StartsWithSegments(Newsroom.Root + "/assets");
}
