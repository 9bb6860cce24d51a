using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.WordPress.Export;

namespace Broadsheet.Tests.WordPress;

/// <summary>A newer export meets what was decided here since; and what must never come before readers, however odd the export.</summary>
public sealed class MoveAgainTests(Paper paper) : PaperTest, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-again-");
    private static int sites;
    private readonly string site = $"https://again{Interlocked.Increment(ref sites)}.example";
    private readonly int first = 2_000_000 + 10_000 * sites;

    public void Dispose() => folder.Delete(recursive: true);

    private Post Piece => new(first, $"Piece {first}", "As it was at first.") { Link = $"{site}/piece-{first}/" };

    [Fact]
    public async Task What_was_withdrawn_here_stays_withdrawn()
    {
        await BringAsync(Piece);
        await using (var scope = paper.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Data.NewsDb>();
            await using var write = await Write.AloneAsync(db, default);
            Assert.Null(await Press.WithdrawAsync(db, await db.Articles.SingleAsync(a => a.Id == first), "By order of a court.", DateTime.UtcNow, default));
            await write.CommitAsync(DateTime.UtcNow, default);
        }
        var report = await BringAsync(Piece with { Content = "As it is now." });

        Assert.Contains("stays withdrawn", Assert.Single(report.Remarks).What);
        Assert.Equal(410, await paper.StatusAsync($"/piece-{first}/"));
        Assert.Single((await BringAsync(Piece with { Content = "As it is now." })).Remarks);
    }

    [Fact]
    public async Task What_was_edited_here_is_not_overwritten()
    {
        await BringAsync(Piece);
        await paper.AskAsync(db => db.Database.ExecuteSqlAsync($"update article set revision_number = 2 where id = {first}"));
        var report = await BringAsync(Piece with { Content = "As it is now." });

        Assert.Contains("was edited here since", Assert.Single(report.Remarks).What);
        Assert.Contains("As it was at first.", await paper.TextAsync($"/piece-{first}/"));
    }

    [Fact]
    public async Task Comments_without_numbers_do_not_gather_answers_and_come_once()
    {
        var piece = Piece with { Extra = Comment(0, "Nobody gave me a number.") + Comment(0, "Nor did anybody give me one.") + Comment(first + 5, "I answer the article itself.") };
        await BringAsync(piece);
        await BringAsync(piece with { Extra = piece.Extra + Comment(first + 6, "And so do I, somewhat later.") });

        var comments = await paper.AskAsync(db => db.Comments.Where(c => c.ArticleId == first).ToListAsync());
        Assert.Equal(4, comments.Count);
        Assert.All(comments, c => Assert.Null(c.ParentId));
    }

    [Fact]
    public async Task Sites_that_share_a_host_do_not_overwrite_each_other()
    {
        foreach (var part in new[] { "news", "sport" })
            await BringAsync(new Export($"{site}/{part}").Add(new(first, $"In {part}", $"Words of {part}.") { Link = $"{site}/{part}/piece-{first}/" }));

        foreach (var part in new[] { "news", "sport" }) Assert.Contains($"Words of {part}.", await paper.TextAsync($"/{part}/piece-{first}/"));
    }

    [Theory]
    [InlineData("<!-- wp:premium-content/subscriber-view --><p>Only for payers.</p><!-- /wp:premium-content/subscriber-view --><!-- wp:paragraph --><p>For all.</p><!-- /wp:paragraph -->", "")]
    [InlineData("<!-- wp:paragraph --><p>For all.</p><!-- /wp:paragraph --><!-- wp:jetpack/paywall /--><!-- wp:paragraph --><p>Only for payers.</p><!-- /wp:paragraph -->", "")]
    [InlineData("For all.\n\n[members_only]Only for payers.[/members_only]", "")]
    [InlineData("For all. <!-- wp:block {\"ref\":REF} /-->", "")]
    [InlineData("Only for payers.", "_jetpack_newsletter_access")]
    public async Task What_only_members_saw_stays_with_them(string content, string gate)
    {
        var export = new Export(site).Add(Piece with { Content = content.Replace("REF", $"{first + 1}"), Extra = gate.Length > 0 ? Meta(gate, "paid_subscribers") : "" })
            .Add(new(first + 1, "Block", "Only for payers.") { Type = "wp_block", Status = "private" });
        await BringAsync(export);

        Assert.Equal(gate.Length > 0 ? 404 : 200, await paper.StatusAsync($"/piece-{first}/"));
        if (gate.Length > 0) return;
        Assert.Contains("For all.", await paper.TextAsync($"/piece-{first}/"));
        Assert.DoesNotContain("Only for payers.", await paper.TextAsync($"/piece-{first}/"));
    }

    [Fact]
    public async Task A_piece_that_is_cut_before_its_password_is_kept_from_readers()
    {
        var file = new Export(site).Add(Piece with { Password = "sesame" }).WriteTo(folder.FullName);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..text.IndexOf("<wp:post_password>", StringComparison.Ordinal)]);
        var report = await BringAsync(file);

        Assert.Equal(404, await paper.StatusAsync($"/piece-{first}/"));
        Assert.Contains(report.Faults, f => f.What.Contains("kept from readers"));
    }

    [Fact]
    public async Task A_comment_whose_address_is_none_says_what_it_said()
    {
        await BringAsync(Piece with { Extra = Comment(first + 1, "none of this is true", email: "none") });

        Assert.Contains("none of this is true", await paper.TextAsync($"/piece-{first}/"));
    }

    [Fact]
    public async Task Numbers_in_other_scripts_and_numbers_beyond_all_stop_nothing()
    {
        var report = await BringAsync(new Export(site)
            .Add(Piece with { Content = "Words. [gallery title=\"मेला २०२४\" ids=\"१,२\"]" })
            .Add(new(long.MaxValue, "Beyond", "Words.") { Link = $"{site}/beyond-{first}/" }));

        Assert.Equal((200, 200), (await paper.StatusAsync($"/piece-{first}/"), await paper.StatusAsync($"/beyond-{first}/")));
        Assert.Contains(report.Remarks, r => r.What.Contains("no number"));
        Assert.True(await paper.AskAsync(db => db.Articles.MaxAsync(a => a.Id)) < 1_000_000_000);
    }

    [Fact]
    public async Task A_description_may_speak_of_percent()
    {
        await BringAsync(Piece with { Extra = Meta("_yoast_wpseo_metadesc", "Unemployment falls to 5% of all") });
        Assert.Contains("Unemployment falls to 5% of all", await paper.TextAsync($"/piece-{first}/"));
    }

    private Task<MoveReport> BringAsync(Post post) => BringAsync(new Export(site).Add(post));

    private Task<MoveReport> BringAsync(Export export) => BringAsync(export.WriteTo(folder.FullName));

    private async Task<MoveReport> BringAsync(string file)
    {
        await using var scope = paper.Services.CreateAsyncScope();
        var order = new MoveDesk.Order((path, tell) => new ExportReader(tell).Read(path), [file], null, null, [], "en", false);
        return await scope.ServiceProvider.GetRequiredService<MoveDesk>().BringAsync(order, _ => { }, (_, _) => { }, TestContext.Current.CancellationToken);
    }
}
