namespace Broadsheet.Browser.Reading;

public sealed class KeyboardTests(Newsstand stand)
{
    [Theory, InlineData(Tour.Front), InlineData(Tour.Article)]
    public async Task The_first_key_shows_a_link_that_skips_to_the_news(string page)
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(page);
        await Expect(visit.Find(".skip")).Not.ToBeInViewportAsync();

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Find(".skip")).ToBeFocusedAsync();
        await Expect(visit.Find(".skip")).ToBeInViewportAsync(new() { Ratio = 1 });

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("main")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Find("main :focus")).ToHaveCountAsync(1);
    }

    [Theory, InlineData(Tour.Article, 1280), InlineData(Tour.Section, 360)]
    public async Task Whatever_has_the_focus_is_on_screen_with_an_outline(string page, int width)
    {
        await using var visit = await stand.VisitAsync(width: width);
        await visit.OpenAsync(page);
        string last = "";
        for (var key = 0; key < 400; key++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var focus = await visit.Page.EvaluateAsync<Focus>(WhereIsTheFocus);
            if (focus.Element == "body") { Assert.True(key > 20, $"only {key} stops"); return; }
            Assert.True(focus.Outlined && focus.OnScreen, $"{focus.Element} after {last}: outlined {focus.Outlined}, on screen {focus.OnScreen}");
            last = focus.Element;
        }
        Assert.Fail("The focus never leaves the page.");
    }

    public sealed class Focus
    {
        public string Element { get; set; } = "";
        public bool Outlined { get; set; }
        public bool OnScreen { get; set; }
    }

    private const string WhereIsTheFocus = """
        () => {
          const it = document.activeElement, style = getComputedStyle(it), box = it.getClientRects()[0];
          return {
            element: it === document.body ? 'body' : it.outerHTML.slice(0, 120),
            outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            onScreen: !!box && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          };
        }
        """;
}
