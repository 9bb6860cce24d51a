namespace Broadsheet.Browser;

/// <summary>One reader's browser, with cookies of its own. It notes what the pages ask other sites for and what the browser complains of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const string EmptyPage = "<!doctype html><title>Elsewhere</title>";

    private readonly IBrowserContext context;
    private readonly string address;
    private readonly HashSet<string> askedFor = [];
    private readonly List<string> complaints = [], elsewhere = [];

    private Visit(IBrowserContext context, string address, IPage page) => (this.context, this.address, Page) = (context, address, page);

    public IPage Page { get; }

    /// <summary>Addresses of other sites that a page asked for. None is ever reached: an empty page answers in their place.</summary>
    public IReadOnlyList<string> Elsewhere => [.. elsewhere];

    /// <summary>Errors in the console, faults of scripts and what the content security policy forbade.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static async Task<Visit> BeginAsync(IBrowserContext context, string address)
    {
        var visit = new Visit(context, address, await context.NewPageAsync());
        await context.RouteAsync(url => !visit.IsOurs(url), visit.AnswerForThemAsync);
        context.Request += (_, request) => visit.Note(request);
        context.Console += (_, message) => visit.Note(message);
        context.WebError += (_, fault) => visit.complaints.Add(fault.Error);
        return visit;
    }

    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Pictures further down load only when they come near: this brings them all.</summary>
    public async Task SeeAllPicturesAsync() =>
        await Page.EvaluateAsync("""
            () => Promise.all([...document.images].map(picture => {
              picture.loading = 'eager';
              return picture.decode().catch(() => { throw new Error(`a picture does not load: ${picture.currentSrc}`); });
            }))
            """);

    public ILocator Find(string selector) => Page.Locator(selector);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private bool IsOurs(string url) => url.StartsWith(address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal);

    private async Task AnswerForThemAsync(IRoute route)
    {
        elsewhere.Add(route.Request.Url);
        await route.FulfillAsync(new() { ContentType = "text/html", Body = EmptyPage });
    }

    private void Note(IRequest request)
    {
        if (request.IsNavigationRequest && request.Frame == Page.MainFrame) askedFor.Add(request.Url.Split('#')[0]);
    }

    // That the page itself was a 404 or a 422 is what the test asked for; a file within a page must be there.
    private void Note(IConsoleMessage message)
    {
        var statusOfThePage = message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal) && askedFor.Any(page => message.Location.StartsWith(page + ":", StringComparison.Ordinal));
        if (message.Type == "error" && !statusOfThePage) complaints.Add($"{message.Text} ({message.Location})");
    }
}
