namespace Broadsheet.Tests.Purging;

/// <summary>Behind Varnish, with pages that it keeps for a second: then it asks again.</summary>
public sealed class PaperDownTests(PaperDownTests.ShortPaper paper) : PaperTest<PaperDownTests.ShortPaper>
{
    public sealed class ShortPaper : VarnishPaper
    {
        protected override Dictionary<string, string> Wishes => new(base.Wishes) { ["Cdn:MaxAge"] = "1" };
    }

    [Fact]
    public async Task A_page_that_still_holds_is_not_sent_again()
    {
        var piece = await paper.PublishAsync("Asked again");
        var first = await paper.SeeAsync(piece.Path);

        // The answer to the second question is from the paper's own memory.
        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)) is { FromVarnish: false } again && again["Cache-Status"].StartsWith("broadsheet; hit") && again.Text == first.Text);
        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)).FromVarnish);
    }

    [Fact]
    public async Task When_nobody_answers_readers_get_what_there_is_marked_as_stale()
    {
        var (piece, gone) = (await paper.PublishAsync("Still there"), await paper.PublishAsync("Withdrawn before the end"));
        await paper.SeeAsync(gone.Path);
        await paper.WithdrawAsync(gone);
        await paper.SettledAsync();
        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)).FromVarnish);
        try
        {
            paper.Varnish.Fetch(VarnishProcess.DeadPort);

            await Soon.Async(async () => (await paper.SeeAsync(piece.Path)) is { Status: 200 } seen && seen["Cache-Status"].EndsWith("varnish; hit; detail=stale"));
            Assert.Contains("Still there", (await paper.SeeAsync(piece.Path)).Text);
            var never = await paper.SeeAsync("/never/asked/for/");
            Assert.Equal((503, "no-store"), (never.Status, never["Cache-Control"]));
            Assert.Equal(503, (await paper.SeeAsync(gone.Path)).Status);
        }
        finally { paper.Varnish.Fetch(paper.Port); }

        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)) is { Status: 200 } seen && !seen["Cache-Status"].Contains("stale"));
    }

    [Fact]
    public async Task What_was_missed_while_Varnish_did_not_listen_is_told_when_it_does()
    {
        var piece = await paper.PublishAsync("Missed");
        await paper.SeeAsync(piece.Path);
        paper.Varnish.Tell("stop");
        await paper.CommentAsync(piece, "While Varnish was away");
        paper.Varnish.Tell("start");

        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)).Text.Contains("While Varnish was away"));
        await paper.SettledAsync();
    }

}
