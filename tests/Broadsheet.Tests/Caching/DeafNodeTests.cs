using System.Text;
using Broadsheet.Data.Following;
using Broadsheet.Data.Reading;
using Broadsheet.Web.Caching;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Caching;

/// <summary>A node that cannot hear of changes: one page, drawn by the test, on one press.</summary>
public sealed class DeafNodeTests : IAsyncLifetime
{
    private const int Waiting = 10;

    private readonly SemaphoreSlim ink = new(0);
    private readonly WebApplication node;
    private int asked, begun;

    public DeafNodeTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new PageCache(1 << 20)).AddSingleton(new FolderWatch(Path.Combine(AppContext.BaseDirectory, "themes", "broadsheet"))).AddSingleton<ChangeFeed, DeafFeed>().AddSingleton<Freshness>()
            .AddSingleton<Presses>().AddSingleton(new PressRoom(atOnce: 1, pagesAMinute: 1000)).AddSingleton(new EdgeTerms(TimeProvider.System, TimeSpan.Zero, [])).AddSingleton(TimeProvider.System).AddSingleton<ServeKept>().AddScoped<Sources>();
        node = builder.Build();
        node.Use((http, next) =>
        {
            Interlocked.Increment(ref asked);
            return next(http);
        });
        node.UseRouting();
        ServeKept.UsePresses(node);
        node.MapPages().MapGet("/", DrawAsync);
    }

    public async ValueTask InitializeAsync() => await node.StartAsync();

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Who_comes_while_a_page_is_drawn_shares_the_next_drawing_which_began_later()
    {
        using var reader = new HttpClient { BaseAddress = new Uri(node.Urls.First()) };
        var first = reader.GetAsync("/");
        await Soon.Async(() => Task.FromResult(Volatile.Read(ref begun) == 1));
        var later = Enumerable.Range(0, Waiting).Select(_ => reader.GetAsync("/")).ToList();
        await Soon.Async(() => Task.FromResult(Volatile.Read(ref asked) == Waiting + 1));
        ink.Release(1 + Waiting);

        var answers = await Task.WhenAll(later.Prepend(first)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.All(answers, answer => Assert.Equal("broadsheet; fwd=bypass; detail=deaf", answer.Headers.GetValues("Cache-Status").Single()));
        var drawings = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Equal("drawing 1", drawings[0]);
        Assert.DoesNotContain("drawing 1", drawings[1..]);
        // One that was slow to arrive may have had to draw a third.
        Assert.InRange(begun, 2, 3);
    }

    private async Task<IResult> DrawAsync()
    {
        var drawing = Interlocked.Increment(ref begun);
        await ink.WaitAsync();
        return Pages.Send(Encoding.UTF8.GetBytes($"drawing {drawing}"), "text/plain");
    }

    private sealed class DeafFeed : ChangeFeed
    {
        public override Task OpenAsync(CancellationToken stop) => Task.CompletedTask;

        public override Hearing Listen() => Hearing.Deaf;

        public override ValueTask DisposeAsync() => default;
    }
}
