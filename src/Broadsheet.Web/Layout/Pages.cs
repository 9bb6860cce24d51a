using System.Security.Cryptography;
using System.Text;
using Broadsheet.Data;
using Broadsheet.Domain;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Layout;

/// <summary>Answers with a page of the theme.</summary>
public static class Pages
{
    /// <param name="personal">Drawn for one visitor (typed text, remembered details): not to be kept by anybody.</param>
    public static IResult Show(string template, PageHead head, object model, int status = 200, bool personal = false) =>
        new Page(template, head, model, status, personal);

    /// <summary>Answers with bytes made elsewhere, such as a feed; a reader who has them already gets 304.</summary>
    public static IResult Send(byte[] body, string contentType) => new Sent(body, contentType, 200, false);

    /// <summary>The status that fits a refusal.</summary>
    public static int Status(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotAllowed => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.Conflict => 409,
        RefusalKind.Gone => 410,
        RefusalKind.TooMany => 429,
        _ => 422,
    };

    private sealed record Page(string Template, PageHead Head, object Model, int Status, bool Personal) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var services = context.RequestServices;
            var (theme, site) = (services.GetRequiredService<Theme>().Current, services.GetRequiredService<Site>());
            var shared = new Dictionary<string, object>
            {
                ["site"] = await site.ViewAsync(services.GetRequiredService<NewsDb>(), context.RequestAborted), ["page"] = new PageView(Head, site),
            };
            var html = await theme.RenderAsync(Template, Model, Head.Language, shared);
            if (Head.Kind != "text") html = await theme.RenderAsync("layout", new { ContentHtml = html }, Head.Language, shared);
            await new Sent(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Status, Personal).ExecuteAsync(context);
        }
    }

    private sealed record Sent(byte[] Body, string ContentType, int Status, bool Personal) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var (request, response) = (context.Request, context.Response);
            response.StatusCode = Status;
            response.ContentType = ContentType;
            response.Headers.CacheControl = Personal || Status >= 400 ? "no-store" : "no-cache";
            if (Status == 200 && !Personal)
            {
                // Weak, because the same page is sent in several compressions.
                var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Body))[..20]}\"", isWeak: true);
                response.GetTypedHeaders().ETag = tag;
                if (request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t.Tag == "*"))
                {
                    response.StatusCode = 304;
                    return;
                }
            }
            await response.Body.WriteAsync(Body, context.RequestAborted);
        }
    }
}
