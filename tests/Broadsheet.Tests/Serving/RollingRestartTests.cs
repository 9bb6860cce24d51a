using System.Collections.Concurrent;
using System.Net;

namespace Broadsheet.Tests.Serving;

/// <summary>Two nodes over one database, restarted in turn, with readers before a balancer that asks /readyz.</summary>
public sealed class RollingRestartTests(Paper paper) : PaperTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task No_request_fails_while_each_node_is_restarted()
    {
        var piece = await paper.PublishAsync("The ferry goes on");
        await using var first = await Node.StartAsync(paper);
        await using var second = await Node.StartAsync(paper);
        Node[] nodes = [first, second];
        ConcurrentBag<string> failures = [];
        var answered = 0;
        using var end = new CancellationTokenSource();
        var balancer = nodes.Select(node => node.WatchAsync(end.Token));
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; !end.IsCancellationRequested; turn++)
            {
                if (nodes[turn % 2] is not { IsReady: true } node) continue;
                try
                {
                    using var answer = await node.Browser.GetAsync(piece.Path, CancellationToken.None);
                    if (answer.StatusCode != HttpStatusCode.OK) failures.Add($"{answer.StatusCode}");
                    Interlocked.Increment(ref answered);
                }
                catch (HttpRequestException fault) { failures.Add(fault.ToString()); }
            }
        }));
        Task[] all = [.. balancer, .. readers];

        foreach (var node in nodes)
        {
            await node.EndAsync();
            await node.StartAsync();
            var before = Volatile.Read(ref answered);
            await Until(() => node.IsReady && Volatile.Read(ref answered) > before + 20);
        }
        await end.CancelAsync();
        await Task.WhenAll(all).WaitAsync(Patience);

        Assert.Empty(failures);
        Assert.InRange(answered, 40, int.MaxValue);
    }

    [Fact]
    public async Task A_node_that_is_about_to_end_says_so_and_goes_on_answering()
    {
        await using var node = await Node.StartAsync(paper, drain: 30);
        await node.TellAsync("TERM");
        await Until(() => node.StatusOf("/readyz") == 503);

        using var answer = await node.Browser.GetAsync("/");
        Assert.Equal((200, true), ((int)answer.StatusCode, answer.Headers.ConnectionClose ?? false));
        Assert.Equal(200, node.StatusOf("/healthz"));

        await node.TellAsync("TERM");
        await node.EndedAsync();
    }

    private static async Task Until(Func<bool> holds)
    {
        var limit = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < limit, "it did not come to that in time");
            await Task.Delay(20);
        }
    }
}
