using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Errors;

/// <summary>Pages for what is not there, not allowed or broken: what happened, in plain words, and where to go on.</summary>
public static class ShowError
{
    private const int Suggestions = 6;

    public sealed record WithdrawnView(string Headline, Moment When, string Reason, string HistoryUrl);

    public sealed record View(int Status, string Heading, string Message, IReadOnlyList<CardView> Latest, WithdrawnView? Withdrawn, string? Typed);

    private sealed record Withdrawal(string Headline, DateTime When, string Reason, string HistoryUrl) : IResult
    {
        public Task ExecuteAsync(HttpContext http) => ShowAsync(http, 410, this);
    }

    private sealed record Undelivered(int Status, string? Typed) : IResult
    {
        public Task ExecuteAsync(HttpContext http) => ShowAsync(http, Status, typed: Typed);
    }

    public static IResult Withdrawn(string headline, DateTime when, string reason, string historyUrl) => new Withdrawal(headline, when, reason, historyUrl);

    /// <summary>What was written has no place to go; the page gives it back, so that it is not lost.</summary>
    public static IResult NoPlaceFor(string? typed, int status) => new Undelivered(status, typed);

    /// <summary>Gives a page to every answer that has a status of failure and no body.</summary>
    public static void Use(WebApplication app)
    {
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.Use(async (http, next) =>
        {
            try { await next(http); }
            catch (ThemeFault fault) when (!http.Response.HasStarted) { await TellDesignerAsync(http, fault); }
            catch (BadHttpRequestException bad) when (!http.Response.HasStarted) { http.Response.StatusCode = bad.StatusCode; }
            catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
            {
                if (fault is not DatabaseGone) http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet").LogError(fault, "{Method} {Path}", http.Request.Method, http.Request.Path);
                BeginAnew(http.Response, DatabaseGone.IsOfDatabase(fault) ? 503 : 500);
            }
        });
    }

    private static async Task ShowAsync(HttpContext http, int status, Withdrawal? withdrawn = null, string? typed = null)
    {
        var services = http.RequestServices;
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "5";
        var site = services.GetRequiredService<Site>();
        try
        {
            var (heading, message) = Words(site.Language, status);
            // Nothing is asked of a database that is gone.
            var gone = status == StatusCodes.Status503ServiceUnavailable;
            var latest = gone ? [] : await services.GetRequiredService<CardList>().NewestAsync(Names.Articles, 0, Suggestions, site.Language, http.RequestAborted);
            var view = new View(status, heading, message, latest, withdrawn is null ? null : new WithdrawnView(withdrawn.Headline, site.Language.Moment(withdrawn.When), withdrawn.Reason, withdrawn.HistoryUrl), string.IsNullOrWhiteSpace(typed) ? null : typed);
            await Pages.Show("error", new PageHead("error", site.Titled(heading), site.Language) { Noindex = true }, view, status, fromMemory: gone).ExecuteAsync(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // The database or the theme is what is broken: say so without either.
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet").LogError(fault, "the page for status {Status} could not be drawn", status);
            BeginAnew(http.Response, status);
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"{status}. The paper cannot show this page at the moment.{(string.IsNullOrWhiteSpace(typed) ? "" : "\n\n" + typed)}");
        }
    }

    private static void BeginAnew(HttpResponse response, int status)
    {
        response.Clear();
        SecurityHeaders.Put(response);
        response.StatusCode = status;
    }

    private static (string Heading, string Message) Words(Language language, int status)
    {
        var key = status switch { 400 => "bad_request", 403 => "forbidden", 404 => "not_found", 405 => "method", 410 => "gone", 413 => "too_large", 429 => "too_many", 503 => "unavailable", _ => "error" };
        return (language.Say(key + "_heading"), language.Say(key + "_message"));
    }

    private static Task TellDesignerAsync(HttpContext http, ThemeFault fault)
    {
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet").LogError("{Fault}", fault.Message);
        BeginAnew(http.Response, 500);
        http.Response.ContentType = "text/plain; charset=utf-8";
        var open = http.RequestServices.GetRequiredService<Settings>().Site.Url is null;
        return http.Response.WriteAsync(open ? "The theme has a mistake.\n\n" + fault.Message : "The paper cannot show this page at the moment.");
    }
}
