using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Purging;

/// <summary>A page that Varnish began to fetch before a purge and got after it may be old, and the purge did not meet it.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task What_was_on_its_way_when_it_was_purged_is_fetched_again()
    {
        if (VarnishProcess.Missing is { } reason) Assert.Skip(reason);
        await using var paper = await Told.StartAsync();
        using var varnish = new VarnishProcess();
        varnish.Fetch(paper.Port);
        using var reader = new HttpClient { BaseAddress = new Uri(varnish.Url) };
        var (asked, go, pages) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        paper.Answer = async http =>
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
        };

        var (first, waiting) = (reader.GetStringAsync("/page"), reader.GetStringAsync("/page"));
        await asked.Task;
        using var purge = new HttpRequestMessage(new HttpMethod("PURGE"), "/") { Headers = { { "Surrogate-Key", "article:1" } } };
        using (var confirmed = await reader.SendAsync(purge)) confirmed.EnsureSuccessStatusCode();
        var late = reader.GetStringAsync("/page");
        go.SetResult();

        Assert.Equal(["new", "new", "new", "new"], [await first, await waiting, await late, await reader.GetStringAsync("/page")]);
        Assert.Equal(2, pages);
    }
}
