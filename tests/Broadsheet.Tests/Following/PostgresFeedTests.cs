using System.Diagnostics;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Following;

public sealed class PostgresFeedTests(ThreeNodes paper) : PaperTest<ThreeNodes>, IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2), Slack = TimeSpan.FromSeconds(1.5), Soon = TimeSpan.FromSeconds(20);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PaperDatabase.IsPostgres, "SQLite is asked at each request, by every program alike");
        await paper.AllCurrentAsync();
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_node_whose_connection_is_ended_misses_nothing()
    {
        for (var n = 1; n <= 10; n++)
        {
            await WarmAsync(await paper.PublishAsync($"Edition {n} before", fields: "slug: cut"));
            await paper.DoAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet node' and datname = current_database()");

            var piece = await paper.PublishElsewhereAsync($"Edition {n} after", fields: "slug: cut");

            foreach (var reader in paper.Readers) Assert.Contains($"Edition {n} after", await reader.GetStringAsync(piece.Path));
            await paper.AllCurrentAsync();
        }
    }

    [Fact]
    public async Task A_node_that_hears_nothing_says_so_and_recovers()
    {
        var reader = paper.Readers[2];
        var piece = await paper.PublishAsync("Before the storm", fields: "slug: storm");
        Assert.Contains("fwd=uri-miss", await StatusAsync(reader, piece.Path));
        // The list of Read also may be told of a moment later, and drop the page once more.
        await UntilAsync(async () => await StatusAsync(reader, piece.Path) == "broadsheet; hit", Soon);

        paper.Wire!.Cut();
        await UntilAsync(async () => await StatusAsync(reader, piece.Path) == "broadsheet; hit; detail=stale", Lease + Slack);
        await paper.PublishElsewhereAsync("After the storm", fields: "slug: storm");
        Assert.Equal("broadsheet; hit; detail=stale", await StatusAsync(reader, piece.Path));
        Assert.Contains("Before the storm", await reader.GetStringAsync(piece.Path));

        paper.Wire.Mend();
        await UntilAsync(async () => await StatusAsync(reader, piece.Path) == "broadsheet; hit", Soon);
        Assert.Contains("After the storm", await reader.GetStringAsync(piece.Path));
    }

    [Fact]
    public async Task A_writer_waits_for_a_node_that_is_cut_off_no_longer_than_its_lease_and_then_it_claims_nothing()
    {
        await WarmAsync(await paper.PublishAsync("First word", fields: "slug: word"));
        paper.Wire!.Hold();
        try
        {
            Assert.True(paper.LastIsCurrent);
            var waited = await TimeAsync(() => WriteAsync(Names.Front));

            Assert.False(paper.LastIsCurrent);
            Assert.InRange(waited, TimeSpan.Zero, Lease + Slack);
            Assert.InRange(await TimeAsync(() => WriteAsync(Names.Front)), TimeSpan.Zero, Slack);
        }
        finally { paper.Wire.LetGo(); }
        await paper.AllCurrentAsync();
    }

    [Fact]
    public async Task Nobody_waits_for_a_node_that_was_closed()
    {
        var node = await paper.OpenAsync(paper.Settings.Database);
        Assert.Equal(4, await NodesAsync());

        await node.DisposeAsync();

        Assert.Equal(3, await NodesAsync());
        Assert.InRange(await TimeAsync(() => WriteAsync(Names.Front)), TimeSpan.Zero, Slack);
    }

    [Fact]
    public async Task Where_nodes_were_forgotten_a_writer_waits_out_a_lease_once()
    {
        await paper.DoAsync("truncate node");

        Assert.InRange(await TimeAsync(() => WriteAsync(Names.Front)), Lease * 0.95, Lease + Slack);
        await paper.AllCurrentAsync();
        Assert.InRange(await TimeAsync(() => WriteAsync(Names.Front)), TimeSpan.Zero, Slack);
    }

    [Fact]
    public async Task A_record_that_was_cut_off_makes_every_page_new()
    {
        var piece = await paper.PublishAsync("Once on record", fields: "slug: record");
        await WarmAsync(piece);

        await paper.DoAsync("truncate change restart identity; update section set name = 'Renamed' where slug = 'town'; select pg_notify('change', '')");

        foreach (var reader in paper.Readers) await UntilAsync(async () => (await reader.GetStringAsync(piece.Path)).Contains("Renamed"), Soon);
        await paper.PublishElsewhereAsync("On record anew", fields: "slug: record");
        foreach (var reader in paper.Readers) Assert.Contains("On record anew", await reader.GetStringAsync(piece.Path));
    }

    [Fact]
    public async Task Changes_are_numbered_in_the_order_in_which_they_are_committed()
    {
        List<long> seen = [0];
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++) await WriteAsync(Names.Front, $"article:{writer * 100 + n}");
        })));
        do seen.AddRange(await NewerAsync(seen[^1]));
        while (!writing.IsCompleted);
        await writing;
        seen.AddRange(await NewerAsync(seen[^1]));

        Assert.Equal(await NewerAsync(0), seen.Skip(1));
    }

    private Task<List<long>> NewerAsync(long id) => paper.AskAsync(db => db.Changes.Where(c => c.Id > id).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());

    private async Task WarmAsync(Piece piece)
    {
        foreach (var reader in paper.Readers) await reader.GetStringAsync(piece.Path);
    }

    private static async Task<string> StatusAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path);
        return answer.Headers.GetValues("Cache-Status").Single();
    }

    /// <summary>As another program writes.</summary>
    private async Task WriteAsync(params string[] names)
    {
        await using var db = new NewsDb(Database.In(paper.Folder, paper.Settings.Database).Options);
        await using var write = await Write.BesideOthersAsync(db, default);
        db.Touch(names);
        await write.CommitAsync(DateTime.UtcNow, default);
    }

    private Task<int> NodesAsync() => paper.AskAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from node where id <> 0").SingleAsync());

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < within, "it did not come to pass in time");
            await Task.Delay(10);
        }
    }
}
