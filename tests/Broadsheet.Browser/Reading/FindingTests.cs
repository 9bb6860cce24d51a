namespace Broadsheet.Browser.Reading;

public sealed class FindingTests(Newsstand stand)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task The_search_in_the_masthead_finds_an_article(bool script)
    {
        await using var visit = await stand.VisitAsync(script);
        await visit.OpenAsync("/");
        await visit.Find("#finder").FillAsync("projectionist soup");
        await visit.Find("#finder").PressAsync("Enter");

        await Expect(visit.Find("#search-field")).ToHaveValueAsync("projectionist soup");
        await visit.Find("main").GetByRole(AriaRole.Link, new() { Name = "The open-air cinema ends its season in hats, coats and blankets" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(stand.Address + Tour.Film);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so_and_offers_the_latest()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Tour.NothingFound);
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("“zzzz”");
        await Expect(visit.Find("main .suggestions a")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wrong_address_helps_the_reader_on()
    {
        await using var visit = await stand.VisitAsync(script: false);
        var answer = await visit.OpenAsync(Tour.Missing);
        Assert.Equal(404, answer.Status);
        await Expect(visit.Find("h1")).ToHaveTextAsync("There is no page at this address");
        await Expect(visit.Find("main .suggestions a")).Not.ToHaveCountAsync(0);

        await visit.Find("#search-field").FillAsync("pinion");
        await visit.Find("main .search-form button").ClickAsync();
        await Expect(visit.Find("main article.story")).Not.ToHaveCountAsync(0);
    }
}
