namespace Broadsheet.Browser.Reading;

public sealed class TourTests(Newsstand stand)
{
    [Theory, MemberData(nameof(Tour.Pages), MemberType = typeof(Tour))]
    public async Task No_page_asks_another_site_for_anything_or_makes_the_browser_complain(string page)
    {
        await using var visit = await stand.VisitAsync();
        var answer = await visit.OpenAsync(page);
        await visit.SeeAllPicturesAsync();

        Assert.Equal(page == Tour.Missing ? 404 : 200, answer.Status);
        Assert.Empty(visit.Elsewhere);
        Assert.Empty(visit.Complaints);
    }

    // Two pages on which no other trip leaves a reply: the page may not change between the two looks.
    [Theory, InlineData("/opinion/"), InlineData(Tour.Hindi)]
    public async Task A_page_without_script_has_the_same_words(string page)
    {
        await using var with = await stand.VisitAsync();
        await using var without = await stand.VisitAsync(script: false);
        await with.OpenAsync(page);
        await without.OpenAsync(page);

        Assert.Equal(await with.Find("main").InnerTextAsync(), await without.Find("main").InnerTextAsync());
    }

    [Fact]
    public async Task Every_section_in_the_masthead_opens()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync("/");
        foreach (var name in await visit.Find(".masthead .sections a").AllInnerTextsAsync())
        {
            await visit.Find(".masthead .sections").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
            await Expect(visit.Find("h1")).ToHaveTextAsync(name);
            await Expect(visit.Find(".masthead .sections [aria-current=page]")).ToHaveTextAsync(name);
        }
    }
}
