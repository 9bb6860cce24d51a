namespace Broadsheet.Web.Hosting;

/// <summary>Headers of every answer: pages run the theme's own script alone and show nothing from other sites before a click.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; " +
        "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static readonly IReadOnlyList<(string Name, string Value)> All =
    [
        ("Content-Security-Policy", Policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        Put(context.Response);
        return next(context);
    });

    /// <summary>Also for an answer whose headers were cleared to begin anew.</summary>
    public static void Put(HttpResponse response)
    {
        foreach (var (name, value) in All) response.Headers[name] = value;
    }
}
