using Broadsheet.Import.Checks;
using Broadsheet.Domain.Articles;

namespace Broadsheet.Tests.Checks;

/// <summary>What the verb says of a piece, and what the checks learn from the database.</summary>
public sealed class PublishingChecksTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Publish_says_what_to_look_at_again_and_publishes()
    {
        var ran = await Program.RunAsync("publish", paper.Manuscript("The fair opens", "It is in the the park.", "town", "byline: Ann Writer"), "--data", paper.Folder);

        Assert.Equal((0, "/town/the-fair-opens/ (revision 1)\n"), (ran.ExitCode, ran.Output));
        Assert.Contains("body, paragraph 1: look again: “the” is there twice.", ran.Talk);
    }

    [Fact]
    public async Task Strict_publishes_nothing_that_a_check_refuses()
    {
        var ran = await Program.RunAsync("publish", paper.Manuscript("TK headline of the fair", "It is in the park.", "town", "byline: Ann Writer"), "--strict", "--data", paper.Folder);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("headline: refused by a check: “TK” stands where other words were to come.", ran.Talk);
        Assert.Equal(404, await paper.StatusAsync("/town/tk-headline-of-the-fair/"));
    }

    [Fact]
    public async Task A_link_to_what_readers_do_not_find_is_dead_and_any_other_is_not()
    {
        var here = await paper.PublishAsync("Here it stands", fields: ["topics: [Fairs]", "byline: Ann Writer"]);
        var gone = await paper.PublishAsync("Gone it is");
        await paper.WithdrawAsync(gone);
        string[] sound = [here.Path, here.Path + "#comments", here.Path.TrimEnd('/'), "/town/", "/town/feed/", "/topics/fairs/", "/authors/ann-writer/", "/2026/03/", "/search?q=a", "/"];
        var body = string.Concat(sound.Concat([gone.Path, "/town/nowhere/", "/topics/nothing/"]).Select(l => $"<p><a href=\"{l}\">there</a></p>"));
        var copy = new Copy("H", body, "en", 1);

        var facts = await paper.AskAsync(db => FactFinder.AskAsync(db, copy, null, default));

        Assert.Equal(new HashSet<string> { gone.Path, "/topics/nothing/", "/town/nowhere/" }, facts.DeadPaths);
        Assert.Equal(3, CopyDeskCheck.Findings(copy, facts).Count(f => f.Kind == "dead-link"));
    }
}
