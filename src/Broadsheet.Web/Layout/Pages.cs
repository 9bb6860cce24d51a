using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Caching;

namespace Broadsheet.Web.Layout;

/// <summary>Answers with a page of the theme.</summary>
public static class Pages
{
    /// <summary>A browser may keep the page, and asks each time whether it still holds.</summary>
    public const string Revalidated = "no-cache";

    /// <summary>For an address whose content never changes.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    private const string Unkept = "no-store";

    /// <param name="personal">Drawn for one visitor (typed text, remembered details): not to be kept by anybody.</param>
    /// <param name="fromMemory">The database is not asked: for a page that says that it is gone.</param>
    public static IResult Show(string template, PageHead head, object model, int status = 200, bool personal = false, bool fromMemory = false) =>
        new Page(template, head, model, status, personal, fromMemory);

    /// <summary>Answers with bytes made elsewhere, such as a feed; a reader who has them already gets 304.</summary>
    public static IResult Send(byte[] body, string contentType, string cacheControl = Revalidated) => new Sent(body, contentType, 200, cacheControl);

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

    private sealed record Page(string Template, PageHead Head, object Model, int Status, bool Personal, bool FromMemory) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var services = context.RequestServices;
            var (theme, site, room) = (services.GetRequiredService<Theme>().Current, services.GetRequiredService<Site>(), services.GetRequiredService<ReadingRoom>());
            room.Sources.Name(Names.Theme);
            var shared = new Dictionary<string, object> { ["site"] = site.View(FromMemory ? SectionTree.LastKnown(room) : await SectionTree.OfAsync(room, context.RequestAborted), room.Sources), ["page"] = new PageView(Head, site) };
            using var page = new PageBytes();
            ValueTask Content(TextWriter to) => theme.RenderAsync(Template, Model, Head.Language, shared, to);
            await (Head.Kind == "text" ? Content(page) : theme.RenderAsync("layout", new { ContentHtml = new Inset(Content) }, Head.Language, shared, page));
            await new Sent(page.ToArray(), "text/html; charset=utf-8", Status, Personal ? Unkept : Revalidated).ExecuteAsync(context);
        }
    }

    private sealed record Sent(byte[] Body, string ContentType, int Status, string CacheControl) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            var kept = CacheControl != Unkept && Status is StatusCodes.Status200OK or StatusCodes.Status410Gone;
            var answer = new Answer(Status, ContentType, kept ? CacheControl : Unkept, Body);
            return kept && context.Features.Get<Printing>() is { } printing ? printing.Take(answer) : SendPage.OnceAsync(context, answer);
        }
    }
}
