namespace Broadsheet.Browser.Reading;

public sealed class FilmTests(Newsstand stand)
{
    [Fact]
    public async Task A_film_is_asked_of_its_site_only_after_a_click_and_then_plays_in_the_article()
    {
        await using var visit = await stand.VisitAsync();
        await visit.Page.RouteAsync("https://www.youtube-nocookie.com/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>A very large rabbit.</p>" }));
        await visit.OpenAsync(Tour.Film);
        await visit.SeeAllPicturesAsync();
        await Expect(visit.Find("iframe")).ToHaveCountAsync(0);
        Assert.Empty(visit.Elsewhere);

        await visit.Find(".embed-link").ClickAsync();

        await Expect(visit.Find("iframe")).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("."));
        await Expect(visit.Find("iframe")).ToBeFocusedAsync();
        await Expect(visit.Page.FrameLocator("iframe").Locator("p")).ToHaveTextAsync("A very large rabbit.");
        Assert.StartsWith("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", Assert.Single(visit.Elsewhere), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_script_the_film_is_a_link_to_its_own_page()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Tour.Film);
        await Expect(visit.Find(".embed-link")).ToHaveAttributeAsync("href", "https://www.youtube.com/watch?v=aqz-KE-bpKQ");
        Assert.Empty(visit.Elsewhere);
    }
}
