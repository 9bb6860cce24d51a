using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Purging;

/// <summary>A paper behind a CDN that is told by POST.</summary>
public sealed class PurgeByApiTests(PurgeByApiTests.CdnPaper paper) : PaperTest<PurgeByApiTests.CdnPaper>
{
    private const string Secret = "s3cret-token";

    public sealed class CdnPaper : Paper
    {
        public Told Cdn { get; private set; } = null!;

        protected override Dictionary<string, string> Wishes => new()
        {
            ["Comments:Hold"] = "never", ["Comments:Flood"] = "off", ["Cdn:Purge"] = Cdn.Url + "/service/1/purge", ["Cdn:PurgeAll"] = Cdn.Url + "/service/1/purge_all", ["Cdn:Token"] = Secret,
        };

        protected override void Prepare() => Cdn = Told.StartAsync().GetAwaiter().GetResult();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Cdn.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    [Fact]
    public async Task A_write_is_done_when_the_CDN_has_been_told_the_names()
    {
        var piece = await paper.PublishAsync("Told by name");

        await paper.CommentAsync(piece, "Told");

        var told = paper.Cdn.Requests.Where(r => r.Keys.Split(' ').Contains($"comments:{piece.Id}")).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, r => Assert.Equal(("POST", "/service/1/purge", Secret), (r.Method, r.Path, r.Token)));
    }

    [Fact]
    public async Task Everything_is_dropped_when_the_paper_meets_a_CDN_for_the_first_time() =>
        await Soon.Async(() => Task.FromResult(paper.Cdn.Requests.Any(r => (r.Method, r.Path, r.Token) == ("POST", "/service/1/purge_all", Secret))));

    [Fact]
    public async Task It_is_told_once_more_for_what_was_on_its_way()
    {
        var piece = await paper.PublishAsync("Told twice");

        await Soon.Async(() => Task.FromResult(paper.Cdn.Names.Count(name => name == $"article:{piece.Id}") == 2));
    }

    [Fact]
    public async Task A_page_says_to_the_CDN_how_long_it_holds_and_to_browsers_that_they_ask()
    {
        var piece = await paper.PublishAsync("How long");
        using var answer = await paper.Browser.GetAsync(piece.Path);
        using var again = await paper.Browser.GetAsync(piece.Path);
        using var personal = await paper.Browser.GetAsync(piece.Path + "?remembered=1");
        using var missing = await paper.Browser.GetAsync("/nowhere/");

        foreach (var kept in new[] { answer, again })
        {
            Assert.Equal("no-cache", kept.Headers.CacheControl!.ToString());
            // Every page has a date at its head, so none holds for longer than the day.
            Assert.InRange(int.Parse(Assert.Single(kept.Headers.GetValues("Surrogate-Control")).Split('=', ',')[1]), 1, 25 * 3600);
            Assert.Contains($"article:{piece.Id}", Assert.Single(kept.Headers.GetValues("Surrogate-Key")).Split(' '));
        }
        Assert.False(personal.Headers.Contains("Surrogate-Control") || missing.Headers.Contains("Surrogate-Control"));
    }

    [Fact]
    public async Task While_the_CDN_fails_one_write_waits_two_seconds_the_next_does_not_and_nothing_is_lost()
    {
        var piece = await paper.PublishAsync("Nothing is lost");
        paper.Cdn.Answer = http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        try
        {
            var first = Stopwatch.StartNew();
            var one = await paper.PublishAsync("First while it fails");
            Assert.InRange(first.Elapsed.TotalSeconds, 0, 30);
            await Soon.Async(() => paper.AskAsync(db => Task.FromResult(db.Purged.Single().Faltering)));
            var two = await paper.PublishElsewhereAsync("Second while it fails");
            var names = paper.Cdn.Names.Length;

            paper.Cdn.Answer = _ => Task.CompletedTask;
            await Soon.Async(() => paper.AskAsync(db => Task.FromResult(db.Purged.Single() is { Faltering: false } told && told.ChangeId == db.Changes.Max(c => c.Id))), seconds: 30);

            var since = paper.Cdn.Names.Skip(names).ToList();
            Assert.Contains($"article:{one.Id}", since);
            Assert.Contains($"article:{two.Id}", since);
        }
        finally { paper.Cdn.Answer = _ => Task.CompletedTask; }
    }
}
