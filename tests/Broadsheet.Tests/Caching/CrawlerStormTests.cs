using System.Collections.Concurrent;

namespace Broadsheet.Tests.Caching;

/// <summary>Many ask at once for pages that are not in memory: readers first, and nobody gets anything but a page or a word when to come again.</summary>
public sealed class CrawlerStormTests(CrawledPaper paper) : PaperTest<CrawledPaper>
{
    // As many crawlers wait for their press; one more is sent away.
    private const int Queue = 16, Many = 60;

    // From within the house: it is known by its name alone.
    private static readonly CrawledPaper.Visitor Crawler = new("10.6.6.6", "Mozilla/5.0 (compatible; GreedyBot/1.0; +http://bot.example/)");
    private static readonly CrawledPaper.Said Page = new(200, WhenAgain: false), Later = new(429, WhenAgain: true);
    private static int readers;

    [Fact]
    public async Task While_crawlers_hold_their_press_and_fill_their_queue_readers_are_served()
    {
        var kept = await KeptAsync();
        var crawled = NewPages(Many);
        List<Task<CrawledPaper.Said>> crawlers;
        using (await paper.HoldCrawlersPressAsync())
        {
            crawlers = [.. crawled.Select(page => paper.AskAsync(Crawler, page))];
            await FullAsync(crawlers);

            Assert.Equal(Page, await paper.AskAsync(Reader(), kept));
            Assert.Equal(Page, await paper.AskAsync(Crawler, kept));
            foreach (var page in NewPages(20)) Assert.Equal(Page, await paper.AskAsync(Reader(), page));
            // Also those that a crawler waits for.
            foreach (var page in crawled) Assert.Equal(Page, await paper.AskAsync(Reader(), page));
            Assert.Equal(Queue, crawlers.Count(one => !one.IsCompleted));
            Assert.Equal(Later, await paper.AskAsync(Crawler, paper.NewPage()));
        }
        var said = await Task.WhenAll(crawlers);

        Assert.Equal((Queue, Many - Queue), (said.Count(one => one == Page), said.Count(one => one == Later)));
    }

    [Fact]
    public async Task Who_asks_for_more_than_a_person_reads_waits_with_the_crawlers_and_nobody_else_does()
    {
        var (kept, greedy) = (await KeptAsync(), Reader());
        List<Task<CrawledPaper.Said>> asked;
        using (await paper.HoldCrawlersPressAsync())
        {
            asked = [.. NewPages(Many).Select(page => paper.AskAsync(greedy, page))];
            await FullAsync(asked);
            var answered = asked.Where(one => one.IsCompleted).Select(one => one.Result).ToList();

            Assert.InRange(answered.Count(one => one == Page), CrawledPaper.NewPagesAMinute, answered.Count - 1);
            Assert.All(answered, one => Assert.True(one == Page || one == Later, $"{one}"));
            Assert.Equal(Page, await paper.AskAsync(greedy, kept));
            Assert.Equal(Page, await paper.AskAsync(Reader(), paper.NewPage()));
        }
        Assert.All(await Task.WhenAll(asked), one => Assert.True(one == Page || one == Later, $"{one}"));
    }

    [Fact]
    public async Task A_proxy_within_the_house_is_no_crawler()
    {
        using (await paper.HoldCrawlersPressAsync())
            Assert.All(await Task.WhenAll(NewPages(Many).Select(page => paper.AskAsync(new("10.1.2.3"), page))), said => Assert.Equal(Page, said));
    }

    [Fact]
    public async Task In_the_middle_of_a_storm_readers_get_pages_and_crawlers_a_page_or_a_word_when_to_come_again()
    {
        var kept = await KeptAsync();
        ConcurrentBag<CrawledPaper.Said> toCrawlers = [], toReaders = [];
        var storm = Enumerable.Range(0, 40).Select(async _ =>
        {
            foreach (var page in NewPages(10)) toCrawlers.Add(await paper.AskAsync(Crawler, page));
        });
        var reading = Enumerable.Range(0, 8).Select(async _ =>
        {
            foreach (var page in NewPages(10).SelectMany(page => new[] { page, kept })) toReaders.Add(await paper.AskAsync(Reader(), page));
        });
        await Task.WhenAll([.. storm, .. reading]);

        Assert.Equal((400, 160), (toCrawlers.Count, toReaders.Count));
        Assert.All(toReaders, said => Assert.Equal(Page, said));
        Assert.All(toCrawlers, said => Assert.True(said == Page || said == Later, $"{said}"));
        Assert.Contains(Page, toCrawlers);
        Assert.Contains(Later, toCrawlers);
    }

    // None of the others are answered before the press is free again.
    private static Task FullAsync(List<Task<CrawledPaper.Said>> asked) => Soon.Async(() => Task.FromResult(asked.Count(one => one.IsCompleted) == asked.Count - Queue), seconds: 30);

    private async Task<string> KeptAsync()
    {
        var piece = await paper.PublishAsync("In everybody's memory");
        await paper.TextAsync(piece.Path);
        return piece.Path;
    }

    private List<string> NewPages(int count) => [.. Enumerable.Range(0, count).Select(_ => paper.NewPage())];

    // Each from an address of their own.
    private static CrawledPaper.Visitor Reader()
    {
        var number = Interlocked.Increment(ref readers);
        return new($"203.0.{number / 200}.{1 + number % 200}");
    }
}
