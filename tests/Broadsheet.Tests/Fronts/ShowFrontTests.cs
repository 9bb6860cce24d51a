using AngleSharp.Dom;

namespace Broadsheet.Tests.Fronts;

public sealed class ShowFrontTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_published_article_is_on_the_front_page_at_the_next_request()
    {
        Assert.DoesNotContain("The bridge is open again", await paper.TextAsync("/"));

        var piece = await paper.PublishAsync("The bridge is open again");

        Assert.Contains(piece.Url, await TopAsync());
    }

    [Fact]
    public async Task An_editor_sets_the_order_of_the_Top_Stories_and_takes_it_back()
    {
        var (first, second) = (await paper.PublishAsync("Slot one", section: "slots-a"), await paper.PublishAsync("Slot two", section: "slots-b"));

        Assert.Equal(0, await paper.VerbAsync("front", first.Path, second.Path));
        Assert.Equal([first.Url, second.Url], (await TopAsync()).Take(2));
        Assert.Equal(0, await paper.VerbAsync("front", second.Path, first.Path));
        Assert.Equal([second.Url, first.Url], (await TopAsync()).Take(2));

        Assert.Equal(0, await paper.VerbAsync("front", "--clear"));
        var newer = await paper.PublishAsync("Newer than both", section: "slots-c", fields: "rank: 5");
        Assert.Equal(newer.Url, (await TopAsync())[0]);
    }

    [Fact]
    public async Task A_manuscript_may_ask_for_its_place()
    {
        await paper.PublishAsync("A great day", section: "places-a", fields: "rank: 5");
        var lead = await paper.PublishAsync("A small note", section: "places-b", fields: ["rank: 1", "topStory: 1"]);

        Assert.Equal(lead.Url, (await TopAsync())[0]);
    }

    [Fact]
    public async Task A_place_cannot_be_given_to_an_article_that_is_not_there_and_the_order_stays()
    {
        var piece = await paper.PublishAsync("It stays in front", section: "stays");
        Assert.Equal(0, await paper.VerbAsync("front", piece.Path));

        Assert.Equal(1, await paper.VerbAsync("front", "/town/never-written/"));

        Assert.Equal(piece.Url, (await TopAsync())[0]);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_the_front_page()
    {
        var piece = await paper.PublishAsync("A mistaken report", fields: "topStory: 3");

        await paper.WithdrawAsync(piece);

        Assert.DoesNotContain(piece.Headline, await paper.TextAsync("/"));
    }

    [Fact]
    public async Task A_story_with_several_pieces_is_a_developing_one()
    {
        await paper.PublishAsync("Dam cracks", fields: "story: The Dam");
        Assert.DoesNotContain("The Dam", (await paper.PageAsync("/")).QuerySelector(".developing")?.TextContent ?? "");

        await paper.PublishAsync("Dam mended", fields: "story: The Dam");

        Assert.Contains("The Dam", (await paper.PageAsync("/")).QuerySelector(".developing")!.TextContent);
    }

    [Fact]
    public async Task An_article_in_another_language_says_so_among_the_others()
    {
        await paper.PublishAsync("रात की पाठशाला", "रात में पढ़ाई होती है।", fields: "language: hi");

        var headline = (await paper.PageAsync("/")).QuerySelectorAll(".headline").First(h => h.TextContent == "रात की पाठशाला");

        Assert.Equal(("hi", "ltr"), (headline.Closest("[lang]")!.GetAttribute("lang"), headline.Closest("[dir]")!.GetAttribute("dir")));
    }

    private async Task<List<string?>> TopAsync() => [.. (await paper.PageAsync("/")).QuerySelectorAll(".top-stories .headline a").Select(a => a.GetAttribute("href"))];
}
