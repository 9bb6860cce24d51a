namespace Broadsheet.Browser.Looks;

public sealed class ScreenTests(Newsstand stand)
{
    [Theory, MemberData(nameof(Tour.Pages), MemberType = typeof(Tour))]
    public async Task The_narrowest_phone_needs_no_sideways_scrolling(string page)
    {
        await using var visit = await stand.VisitAsync(width: 320);
        await visit.OpenAsync(page);
        await visit.Page.EvaluateAsync("scrollTo(1000, 0)");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("Math.abs(scrollX)"));
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory, MemberData(nameof(Tour.Main), MemberType = typeof(Tour))]
    public async Task Who_reads_in_the_dark_gets_light_words_on_a_dark_page(string page)
    {
        await using var visit = await stand.VisitAsync(light: ColorScheme.Dark);
        await visit.OpenAsync(page);
        var (paper, ink) = (await LightAsync(visit, "backgroundColor"), await LightAsync(visit, "color"));
        Assert.True(paper < 0.2 && ink > 0.7, $"paper {paper:0.00}, ink {ink:0.00}");
    }

    [Fact]
    public async Task By_day_the_page_is_light()
    {
        await using var visit = await stand.VisitAsync();
        await visit.OpenAsync(Tour.Front);
        Assert.True(await LightAsync(visit, "backgroundColor") > 0.9);
    }

    [Theory, InlineData(Tour.Arabic, "ar", "rtl"), InlineData(Tour.Hindi, "hi", "ltr"), InlineData(Tour.Article, "en", "ltr")]
    public async Task An_article_is_set_in_its_own_language_and_direction(string page, string language, string direction)
    {
        await using var visit = await stand.VisitAsync();
        await visit.OpenAsync(page);
        await Expect(visit.Find("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visit.Find("article.report")).ToHaveAttributeAsync("lang", language);
        foreach (var words in new[] { "h1.headline", ".body p", "#respond-head" })
            await Expect(visit.Find(words).First).ToHaveCSSAsync("direction", direction);
        await Expect(visit.Find(".masthead .name")).ToHaveTextAsync("The Wrenmouth Ledger");
    }

    [Fact]
    public async Task On_paper_there_is_the_article_and_nothing_to_click()
    {
        await using var visit = await stand.VisitAsync();
        await visit.OpenAsync(Tour.Article);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var printed in new[] { "h1.headline", ".standfirst", ".byline", ".body", ".print-address" }) await Expect(visit.Find("article.report " + printed).First).ToBeVisibleAsync();
        foreach (var left in await visit.Find("nav, form, .skip, .respond, .read-also, .imprint").AllAsync()) await Expect(left).ToBeHiddenAsync();
    }

    // How light the colour of the page is: 0 black, 1 white.
    private static Task<double> LightAsync(Visit visit, string of) => visit.Page.EvaluateAsync<double>("""
        of => {
          const shown = [document.body, document.documentElement].map(e => getComputedStyle(e)[of].match(/[\d.]+/g).map(Number)).find(c => c.length < 4 || c[3] > 0);
          return (shown[0] * .2126 + shown[1] * .7152 + shown[2] * .0722) / 255;
        }
        """, of);
}
