namespace Broadsheet.Tests.Following;

public sealed class StandbyTests(PaperWithStandby paper) : PaperTest<PaperWithStandby>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(paper.Server is null, "there is no standby: it takes a PostgreSQL on a socket of this machine, with its programs");
        await paper.Server.ResumeAsync();
        await paper.LevelAsync();
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_page_is_drawn_from_the_standby_while_that_knows_of_all_changes()
    {
        var (first, second) = (await paper.PublishAsync("From the standby", section: "near"), await paper.PublishAsync("From the primary", section: "near"));
        await paper.LevelAsync();
        await paper.Server!.PauseAsync();
        await paper.RenameSilentlyAsync("near", "Seen on the primary alone");

        Assert.DoesNotContain("Seen on the primary alone", await paper.Reader.GetStringAsync(first.Path));
        await paper.PublishElsewhereAsync("A change", section: "elsewhere");
        Assert.False(paper.IsLevel);
        Assert.Contains("Seen on the primary alone", await paper.Reader.GetStringAsync(second.Path));
    }

    [Fact]
    public async Task What_was_published_is_new_at_the_next_request_however_far_the_standby_lags()
    {
        for (var n = 1; n <= 40; n++)
        {
            if (n % 4 == 1) await paper.Server!.PauseAsync();
            if (n % 4 == 3) await paper.Server!.ResumeAsync();

            var piece = await paper.PublishElsewhereAsync($"Edition {n} of it", fields: "slug: lagging");

            Assert.Contains($"Edition {n} of it", await paper.Reader.GetStringAsync(piece.Path));
            Assert.Contains($"Edition {n} of it", await paper.Reader.GetStringAsync("/town/"));
            Assert.Contains($"Edition {n} of it", await paper.Reader.GetStringAsync($"/search?q=lagging+edition+{n}"));
        }
        await paper.Server!.ResumeAsync();
        await paper.LevelAsync();
    }

    [Fact]
    public async Task Nobody_misses_a_standby_that_is_gone_and_it_is_used_again_when_it_is_back()
    {
        var pieces = new List<Piece>();
        for (var n = 1; n <= 6; n++) pieces.Add(await paper.PublishAsync($"Piece {n} of many", section: "gone"));
        await paper.LevelAsync();
        Assert.Contains("Piece 1 of many", await paper.Reader.GetStringAsync(pieces[0].Path));

        await paper.Server!.StopAsync();
        try
        {
            foreach (var piece in pieces) Assert.Contains(piece.Headline, await paper.Reader.GetStringAsync(piece.Path));
            await paper.PublishElsewhereAsync("Without a standby", section: "gone", fields: "slug: without");
            Assert.Contains("Without a standby", await paper.Reader.GetStringAsync("/gone/without/"));
            Assert.False(paper.IsLevel);
        }
        finally { await paper.Server.StartAsync(); }
        await paper.LevelAsync();
    }
}
