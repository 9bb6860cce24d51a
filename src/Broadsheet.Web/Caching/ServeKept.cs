using Broadsheet.Data.Following;
using Broadsheet.Data.Reading;

namespace Broadsheet.Web.Caching;

/// <summary>
/// Serves pages from memory, and sees to it that each is drawn once. Two steps: a kept page is found before routing; one that is not
/// is drawn after it, by the slice that has the address, if that one says that its pages may be kept.
/// </summary>
public sealed class ServeKept(PageCache cache, Freshness freshness, Presses presses, PressRoom room, EdgeTerms edge, TimeProvider clock)
{
    internal const string Hit = "broadsheet; hit";

    private const string Stored = "broadsheet; fwd=uri-miss; stored", Shared = "broadsheet; fwd=uri-miss; collapsed",
        Unkept = "broadsheet; fwd=uri-miss", Deaf = "broadsheet; fwd=bypass; detail=deaf", Stale = "broadsheet; hit; detail=stale";

    // Of a node that cannot hear of changes: printings that have not begun, so that they will show all that was written before somebody joined them.
    private readonly Presses unbegun = new();

    private sealed record Keepable;

    private static readonly Keepable Mark = new();

    /// <summary>Marks an endpoint whose pages are the same for every reader.</summary>
    public static void MayKeep(IEndpointConventionBuilder endpoints) => endpoints.WithMetadata(Mark);

    public static void UseMemory(WebApplication app) => app.Use((http, next) => http.RequestServices.GetRequiredService<ServeKept>().FindAsync(http, next));

    public static void UsePresses(WebApplication app) => app.Use((http, next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Keepable>() is null ? next(http) : http.RequestServices.GetRequiredService<ServeKept>().PrintAsync(http, next));

    private Task FindAsync(HttpContext http, RequestDelegate next) =>
        freshness.Check() == Hearing.Current && PageKey.Of(http.Request) is { } key && cache.Find(key, clock) is { } page ? SendAsync(http, page, Hit) : next(http);

    private async Task PrintAsync(HttpContext http, RequestDelegate next)
    {
        // Before it joins a printing: no reader shall wait behind a crawler.
        var crawls = room.IsCrawler(http);
        using var turn = crawls ? await room.EnterAsync(asCrawler: true, http.RequestAborted) : null;
        if (crawls && turn is null)
        {
            await TooBusy.TellAsync(http, StatusCodes.Status429TooManyRequests);
            return;
        }
        try { await (PageKey.Of(http.Request) is { } key ? PrintAsync(key, http, crawls ? Beginning(key, next) : TurnTaking(Beginning(key, next))) : TurnTaking(next)(http)); }
        catch (TooBusy) when (!http.Response.HasStarted) { await TooBusy.TellAsync(http, StatusCodes.Status503ServiceUnavailable); }
    }

    // Whoever draws takes a turn; whoever waits for another's drawing needs none.
    private RequestDelegate TurnTaking(RequestDelegate next) => async http =>
    {
        using var turn = await room.EnterAsync(asCrawler: false, http.RequestAborted) ?? throw new TooBusy();
        await next(http);
    };

    private RequestDelegate Beginning(string key, RequestDelegate next) => http =>
    {
        if (http.Features.Get<Printing>() is { } printing) unbegun.Leave(key, printing);
        return next(http);
    };

    private async Task PrintAsync(string key, HttpContext http, RequestDelegate next)
    {
        while (true)
        {
            if (freshness.Check() == Hearing.Deaf)
            {
                if (await PrintDeafAsync(key, http, next)) return;
            }
            else if (cache.Find(key, clock) is { } kept)
            {
                await SendAsync(http, kept, Hit);
                return;
            }
            else if (await PrintOrWaitAsync(key, presses, http, next)) return;
        }
    }

    /// <returns>False when others drew the page and it came to nothing: whoever drew it went away, or a change came that it does not show.</returns>
    private async Task<bool> PrintOrWaitAsync(string key, Presses from, HttpContext http, RequestDelegate next)
    {
        var (printing, mine) = from.Join(key, cache.Generation);
        if (mine)
        {
            await PrintAsync(key, printing, from, http, next);
            return true;
        }
        try
        {
            if (await printing.Done.WaitAsync(http.RequestAborted) is not { } page) await next(http);
            // A change since the printing began may have come before this request did.
            else if (from == presses && !cache.IsUntouched(page, printing.Since)) return false;
            else await SendAsync(http, page, from == presses ? Shared : Deaf);
            return true;
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested) { return false; }
    }

    /// <param name="from">Where others find the printing.</param>
    private async Task PrintAsync(string key, Printing printing, Presses from, HttpContext http, RequestDelegate next)
    {
        try
        {
            http.Features.Set(printing);
            await next(http);
            http.Features.Set<Printing>(null);
            var answer = printing.Answer ?? RedirectOf(http);
            var page = answer is null ? null : new KeptPage(answer, http.RequestServices.GetRequiredService<Sources>(), AcceptedBy(http.Request));
            var stored = page is not null && from == presses && cache.Keep(key, page, printing.Since);
            from.Leave(key, printing);
            printing.Finish(page);
            if (page is not null) await SendAsync(http, page, from == unbegun ? Deaf : stored ? Stored : Unkept);
        }
        catch (Exception fault)
        {
            from.Leave(key, printing);
            printing.Fail(fault);
            throw;
        }
    }

    /// <summary>What is kept may have changed: drawn anew, once for all who came before the drawing began; and when that fails, the kept page, which says that it may be stale.</summary>
    /// <returns>As <see cref="PrintOrWaitAsync"/> does.</returns>
    private async Task<bool> PrintDeafAsync(string key, HttpContext http, RequestDelegate next)
    {
        http.Response.Headers[SendPage.CacheStatus] = Deaf;
        try { return await PrintOrWaitAsync(key, unbegun, http, next); }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException && cache.Find(key, clock) is not null)
        {
            await SendAsync(http, cache.Find(key, clock)!, Stale);
            return true;
        }
    }

    private Task SendAsync(HttpContext http, KeptPage page, string cacheStatus)
    {
        // A cache in front may keep what is kept here too.
        if (cacheStatus is Hit or Stored or Shared) edge.Add(http.Response.Headers, page);
        return SendPage.SendAsync(http, page, cache.FormOf(page, AcceptedBy(http.Request)), cacheStatus);
    }

    // One that was asked for with a query leads there with that query, so that it cannot bring one of its own.
    private static Answer? RedirectOf(HttpContext http) =>
        http.Response.StatusCode is StatusCodes.Status301MovedPermanently && !http.Request.QueryString.HasValue && http.Response.Headers.Location is [{ } location] && !location.Contains('?')
            ? new Answer(StatusCodes.Status301MovedPermanently, "", "no-cache", [], location) : null;

    private static Coding AcceptedBy(HttpRequest request) => Codings.Accepted(request.Headers.AcceptEncoding.ToString());
}
