namespace Broadsheet.Browser;

/// <summary>One reader's browser, with cookies of its own. It notes what the pages ask other sites for and what the browser complains of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string address;
    private readonly HashSet<string> askedFor = [];
    private readonly List<(string Text, string Location)> complaints = [];
    private readonly List<string> elsewhere = [];

    public Visit(IBrowserContext context, string address, IPage page)
    {
        (this.context, this.address, Page) = (context, address, page);
        context.Request += (_, request) => Note(request);
        context.Console += (_, message) => Note(message);
        context.WebError += (_, fault) => complaints.Add((fault.Error, ""));
    }

    public IPage Page { get; }

    /// <summary>Addresses of other sites that a page asked for. None is ever reached.</summary>
    public IReadOnlyList<string> Elsewhere => [.. elsewhere];

    /// <summary>Errors in the console, faults of scripts and what the content security policy forbade.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(c => !IsStatusOfThePage(c.Text, c.Location)).Select(c => $"{c.Text} ({c.Location})")];

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

    private void Note(IRequest request)
    {
        if (request.IsNavigationRequest && request.Frame == Page.MainFrame) askedFor.Add(request.Url.Split('#')[0]);
        if (!IsOurs(request.Url)) elsewhere.Add(request.Url);
    }

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error") complaints.Add((message.Text, message.Location));
    }

    // That the page itself was a 404 or a 422 is what the test asked for; a file within a page must be there.
    // Asked at the end: a refused reply is first sent by script, and then by the page.
    private bool IsStatusOfThePage(string text, string location) =>
        text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal) && askedFor.Any(page => location.StartsWith(page + ":", StringComparison.Ordinal));
}
