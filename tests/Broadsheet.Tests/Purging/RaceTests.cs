using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Purging;

/// <summary>A page that Varnish began to fetch before a purge and keeps after it may be old, and the purge did not meet it.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private readonly TaskCompletionSource asked = new(), go = new(), sent = new();
    private Told paper = null!;
    private int pages;

    public async ValueTask InitializeAsync()
    {
        paper = await Told.StartAsync();
        paper.Answer = AnswerAsync;
    }

    public ValueTask DisposeAsync() => paper.DisposeAsync();

    [Fact]
    public async Task What_was_on_its_way_when_it_was_purged_is_fetched_again()
    {
        using var varnish = Start();
        using var reader = new HttpClient { BaseAddress = new Uri(varnish.Url) };
        var (first, waiting) = (reader.GetStringAsync("/page"), reader.GetStringAsync("/page"));
        await asked.Task;

        await PurgeAsync(reader);
        var late = reader.GetStringAsync("/page");
        go.SetResult();

        Assert.Equal(["new", "new", "new", "new"], [await first, await waiting, await late, await reader.GetStringAsync("/page")]);
        Assert.Equal(2, pages);
    }

    [Fact]
    public async Task What_was_purged_while_it_was_put_into_its_place_does_not_stay_there()
    {
        // Between the rules' own question and the keeping, where usually nothing fits.
        using var varnish = Start(rules => rules.Replace("import var;", "import var;\nimport vtc;").Replace("set beresp.http.Fetch =", "vtc.sleep(2s);\n        set beresp.http.Fetch ="));
        using var reader = new HttpClient { BaseAddress = new Uri(varnish.Url) };
        go.SetResult();
        var first = reader.GetStringAsync("/page");
        await sent.Task;

        // Nothing outside shows that the question has been asked. When this is too short, or longer than the pause, the purge meets the page in another way.
        await Task.Delay(500);
        await PurgeAsync(reader);
        await first;

        Assert.Equal("new", await reader.GetStringAsync("/page"));
    }

    private VarnishProcess Start(Func<string, string>? change = null)
    {
        if (VarnishProcess.Missing is { } reason) Assert.Skip(reason);
        var varnish = new VarnishProcess(change);
        varnish.Fetch(paper.Port);
        return varnish;
    }

    private static async Task PurgeAsync(HttpClient reader)
    {
        using var purge = new HttpRequestMessage(new HttpMethod("PURGE"), "/") { Headers = { { "Surrogate-Key", "article:1" } } };
        using var confirmed = await reader.SendAsync(purge);
        confirmed.EnsureSuccessStatusCode();
    }

    // The first is drawn before the change, whenever it is sent.
    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path != "/page") return;
        var page = Interlocked.Increment(ref pages);
        if (page == 1)
        {
            asked.SetResult();
            await go.Task;
        }
        http.Response.Headers["CDN-Cache-Control"] = "max-age=1000";
        http.Response.Headers["Surrogate-Key"] = "article:1";
        await http.Response.WriteAsync(page == 1 ? "old" : "new");
        await http.Response.CompleteAsync();
        if (page == 1) sent.SetResult();
    }
}
