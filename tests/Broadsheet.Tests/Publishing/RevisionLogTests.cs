using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Publishing;

public sealed class RevisionLogTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Everything_published_is_one_chain_as_it_is_read_back()
    {
        await paper.PublishAsync("Chained one", "Text “with” signs \\ \" é 😀.", fields: ["slug: chained", "byline: [Ann, Bob]", "topics: [Chains]", "standfirst: A lead", "dateline: HERE", "updated: 2030-01-02T03:04:05", "updateNote: Why"]);
        await paper.PublishAsync("Chained two", fields: "slug: chained");
        await paper.PublishAsync("बाज़ार", fields: "language: hi");

        await AssertOneChainAsync();
    }

    [Fact]
    public async Task Papers_that_publish_at_once_keep_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => n % 2 == 0 ? paper.PublishAsync($"At once, inside {n}") : paper.PublishElsewhereAsync($"At once, elsewhere {n}")));

        await AssertOneChainAsync();
        Assert.Equal(6, await paper.AskAsync(db => db.Revisions.CountAsync(r => r.Headline.StartsWith("At once,"))));
    }

    [Fact]
    public async Task A_batch_with_one_fault_publishes_nothing()
    {
        var good = paper.Manuscript("A good one of the batch");
        var bad = paper.Manuscript("A bad one of the batch", fields: "readAlso: no-such-article");
        var before = await HashesAsync();

        Assert.Equal(1, await paper.VerbAsync("publish", good, bad));

        Assert.Equal(before, await HashesAsync());
        Assert.Equal(404, await paper.StatusAsync("/town/a-good-one-of-the-batch/"));
    }

    [Fact]
    public async Task A_batch_may_name_its_own_articles()
    {
        var first = paper.Manuscript("First of two", fields: "readAlso: second-of-two");
        var second = paper.Manuscript("Second of two", fields: "readAlso: first-of-two");

        var pieces = await paper.PublishFilesAsync(first, second);

        Assert.Equal([pieces[1].Id], (await paper.AskAsync(db => db.Revisions.SingleAsync(r => r.ArticleId == pieces[0].Id))).ReadAlso);
    }

    [Fact]
    public async Task A_publication_records_what_it_touched()
    {
        var piece = await paper.PublishAsync("Touching", section: "touched", fields: ["topics: Touch", "byline: Ann Toucher", "story: The Touch"]);

        var names = (await paper.AskAsync(db => db.Changes.Where(c => c.Names.Contains("article:")).OrderByDescending(c => c.Id).FirstAsync())).Names.Split(' ');

        Assert.Contains($"article:{piece.Id}", names);
        foreach (var kind in new[] { "front", "section:", "topic:", "byline:", "story:" }) Assert.Contains(names, n => n.StartsWith(kind));
    }

    [Fact]
    public async Task A_piece_that_changes_its_section_touches_both()
    {
        var piece = await paper.PublishAsync("Moving house", section: "old-house");
        var before = (await paper.AskAsync(db => db.Articles.SingleAsync(a => a.Id == piece.Id))).SectionId;
        await paper.PublishAsync("Moving house", section: "new-house", fields: "formerly: " + piece.Path);
        var after = (await paper.AskAsync(db => db.Articles.SingleAsync(a => a.Id == piece.Id))).SectionId;

        var names = (await paper.AskAsync(db => db.Changes.Where(c => c.Names.Contains("article:")).OrderByDescending(c => c.Id).FirstAsync())).Names.Split(' ');

        Assert.Contains($"section:{before}", names);
        Assert.Contains($"section:{after}", names);
    }

    private Task<List<string>> HashesAsync() => paper.AskAsync(db => db.Revisions.OrderBy(r => r.Id).Select(r => r.Hash).ToListAsync());

    private Task AssertOneChainAsync() => paper.AskAsync(Chain.JudgeAsync);
}
