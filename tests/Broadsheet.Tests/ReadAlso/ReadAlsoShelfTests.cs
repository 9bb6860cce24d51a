using AngleSharp.Dom;
using Broadsheet.Web.Features.ReadAlso;

namespace Broadsheet.Tests.ReadAlso;

public sealed class ReadAlsoShelfTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Articles_on_the_same_matter_are_offered_and_never_the_article_itself()
    {
        var (one, two) = (await paper.PublishAsync("Dredger finds an oak hull", Wreck(1)), await paper.PublishAsync("Oak hull is older than thought", Wreck(2)));
        await paper.PublishAsync("Bakery wins a prize", "The brick oven in Kiln Lane bakes rye loaves that judges praised for their crust and crumb.");

        Assert.Equal([two.Url], await OfferedAsync(one));
        Assert.Equal([one.Url], await OfferedAsync(two));
    }

    [Fact]
    public async Task An_article_that_stands_alone_is_offered_nothing()
    {
        await paper.PublishAsync("A choir rehearses", "Sopranos and tenors met in the chapel to practise an oratorio.");
        var alone = await paper.PublishAsync("Zinc prices", "Galvanised guttering costs more since smelters closed.");

        Assert.Empty(await OfferedAsync(alone));
    }

    [Fact]
    public async Task The_editors_picks_come_first_in_the_editors_order()
    {
        var (a, b) = (await paper.PublishAsync("Quite another thing", "Alpha."), await paper.PublishAsync("And a third thing", "Beta."));
        await paper.PublishAsync("Lamplighters audit begins", Lamps(1));
        var piece = await paper.PublishAsync("Lamplighters audit ends", Lamps(2), fields: $"readAlso: [{b.Path}, {a.Path}]");

        var offered = await OfferedAsync(piece);

        Assert.Equal([b.Url, a.Url, "/town/lamplighters-audit-begins/"], offered);
    }

    [Fact]
    public async Task A_withdrawn_article_is_no_longer_offered_though_an_editor_picked_it()
    {
        var (picked, alike) = (await paper.PublishAsync("Picked", "Gamma."), await paper.PublishAsync("Quarry blast cracks windows", Quarry(1)));
        var piece = await paper.PublishAsync("Quarry blast investigated", Quarry(2), fields: "readAlso: " + picked.Path);
        Assert.Equal([picked.Url, alike.Url], await OfferedAsync(piece));

        await paper.WithdrawAsync(picked);
        await paper.WithdrawAsync(alike);

        // Another may move up in their place.
        Assert.Empty((await ShownAsync(piece)).Intersect([picked.Url, alike.Url]));
        Assert.Empty((await OfferedAsync(piece)).Intersect([picked.Url, alike.Url]));
    }

    [Fact]
    public async Task What_another_program_publishes_is_offered_soon()
    {
        var piece = await paper.PublishAsync("Seal pup on the strand", Seal(1));
        var before = await OfferedAsync(piece);

        var later = await paper.PublishElsewhereAsync("Seal pup returns to sea", Seal(2));

        Assert.DoesNotContain(later.Url, before);
        Assert.Equal(later.Url, (await OfferedAsync(piece))[0]);
        Assert.Equal(piece.Url, (await OfferedAsync(later))[0]);
    }

    [Fact]
    public async Task A_page_is_drawn_anew_only_when_its_list_is_another()
    {
        var (piece, other) = (await paper.PublishAsync("Ferry engine stalls", Ferry(1)), await paper.PublishAsync("Beekeepers count swarms", "Hives, drones and queens were counted by the beekeepers of the heath."));
        foreach (var asked in new[] { piece, other, piece, other }) await OfferedAsync(asked);
        Assert.All([await KeptAsync(piece), await KeptAsync(other)], Assert.True);

        await paper.PublishAsync("Ferry engine mended", Ferry(2));
        await paper.Part<ReadAlsoDesk>().CatchUpAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (await KeptAsync(piece), await KeptAsync(other)));
    }

    [Fact]
    public async Task A_correction_that_changes_no_list_drops_no_other_page()
    {
        var (piece, other) = (await paper.PublishAsync("Tower bell recast", Bell(1)), await paper.PublishAsync("Bell founder at work", Bell(2)));
        Assert.Equal([other.Url], await OfferedAsync(piece));
        Assert.True(await KeptAsync(piece));

        await paper.PublishAsync("Bell founder at work", Bell(2) + " Visitors are welcome.", fields: "slug: bell-founder-at-work");

        Assert.Equal([other.Url], await OfferedAsync(piece));
        Assert.True(await KeptAsync(piece));
    }

    [Fact]
    public async Task A_withdrawn_articles_place_is_taken_by_the_next()
    {
        List<Piece> pieces = [];
        for (var n = 0; n < 7; n++) pieces.Add(await paper.PublishAsync($"Orchard frost report {n}", $"Frost killed apple blossom in the orchards; growers burned straw and sprayed blossom by night, number {n}."));
        var offered = await OfferedAsync(pieces[0]);
        Assert.Equal(5, offered.Count);

        await paper.WithdrawAsync(pieces.Single(p => p.Url == offered[0]));

        var now = await OfferedAsync(pieces[0]);
        Assert.Equal(5, now.Count);
        Assert.DoesNotContain(offered[0], now);
    }

    /// <summary>Whether the page comes from memory.</summary>
    private async Task<bool> KeptAsync(Piece piece)
    {
        using var answer = await paper.Browser.GetAsync(piece.Path);
        return answer.Headers.GetValues("Cache-Status").Single().Contains("; hit");
    }

    private async Task<List<string>> OfferedAsync(Piece piece)
    {
        await paper.Part<ReadAlsoDesk>().CatchUpAsync(TestContext.Current.CancellationToken);
        return await ShownAsync(piece);
    }

    private async Task<List<string>> ShownAsync(Piece piece) =>
        [.. (await paper.PageAsync(piece.Path)).QuerySelectorAll(".read-also .headline a").Select(a => a.GetAttribute("href")!)];

    private static string Wreck(int n) => $"The dredger lifted oak timbers of a sunken hull from the channel bed. Divers measured the hull, its oak keel and treenails; report {n} dates the timbers by their rings.";
    private static string Lamps(int n) => $"The audit of the lamplighters examined lantern wicks, paraffin ledgers and lamplighters' wages. Auditors counted lanterns in ward {n} by night.";
    private static string Quarry(int n) => $"The quarry blast shook Granite Row and cracked windows. Quarrymen fired dynamite charges early, the blast inspector wrote in note {n}.";
    private static string Ferry(int n) => $"The ferry drifted when its diesel engine stalled off Gull Point; the ferry's engineer bled the injectors, log {n}.";
    private static string Bell(int n) => $"The cracked tower bell was melted and bronze poured into a clay mould; the bell founder tuned bronze, day {n}.";
    private static string Seal(int n) => $"A seal pup with a flipper wound lay on Cold Strand. Volunteers fed the pup herring and the seal sanctuary weighed it on day {n}.";
}
