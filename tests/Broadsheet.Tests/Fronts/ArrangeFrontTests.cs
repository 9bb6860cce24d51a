using AngleSharp.Dom;
using Broadsheet.Domain.Staff;

namespace Broadsheet.Tests.Fronts;

public sealed class ArrangeFrontTests(Paper paper) : PaperTest
{
    private const string Front = "/newsroom/front/";

    [Fact]
    public async Task An_editor_says_what_leads_and_under_which_headline()
    {
        var (one, two) = (await paper.PublishAsync("Weir opened"), await paper.PublishAsync("Weir closed"));
        using var editor = await paper.SignInAsync(Role.Editor);

        Assert.Equal(303, await ArrangeAsync(editor, (1, one.Path, "The weir is open", "", ""), (2, two.Path, "", "", "")));

        Assert.Equal(["The weir is open", "Weir closed"], (await TopAsync()).Take(2));
        Assert.Equal(303, await ArrangeAsync(editor));
        Assert.DoesNotContain("The weir is open", await TopAsync());
    }

    [Fact]
    public async Task A_slot_begins_and_ends_by_itself()
    {
        var piece = await paper.PublishAsync("Lantern parade");
        for (var n = 0; n < 9; n++) await paper.PublishAsync($"Fresher piece {n}", fields: "rank: 5");
        using var editor = await paper.SignInAsync(Role.Editor);
        Assert.DoesNotContain("Lantern parade", await TopAsync());

        Assert.Equal(303, await ArrangeAsync(editor, (1, piece.Path, "", Local(TimeSpan.FromHours(1)), Local(TimeSpan.FromHours(2)))));

        Assert.DoesNotContain("Lantern parade", await TopAsync());
        paper.Clock.PutForward(TimeSpan.FromMinutes(61));
        Assert.Equal("Lantern parade", (await TopAsync())[0]);
        var then = Local(TimeSpan.Zero);
        paper.Clock.PutForward(TimeSpan.FromMinutes(60));
        Assert.DoesNotContain("Lantern parade", await TopAsync());
        Assert.StartsWith("Lantern parade", (await editor.PageAsync($"/newsroom/front/past?at={then}")).QuerySelectorAll(".past-front a")[0].TextContent);
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        var piece = await paper.PublishAsync("Only tried");
        using var editor = await paper.SignInAsync(Role.Editor);
        var page = await editor.PageAsync(Front);

        using var preview = await editor.Browser.PostAsync("/newsroom/front/preview", Form(page, (1, piece.Path, "Tried for a moment", "", "")));

        Assert.Contains("Tried for a moment", await preview.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Tried for a moment", await TopAsync());
        Assert.True(preview.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(1, "/no/such/article/", "", "")]
    [InlineData(99, "", "", "")]
    [InlineData(1, "", "", "2020-01-01T00:00")]
    public async Task What_cannot_be_is_told(int position, string path, string from, string until)
    {
        var piece = await paper.PublishAsync("A piece to be refused");
        using var editor = await paper.SignInAsync(Role.Editor);

        Assert.Equal(422, await ArrangeAsync(editor, (position, path.Length > 0 ? path : piece.Path, "", from, until)));
        using var reporter = await paper.SignInAsync(Role.Reporter);
        Assert.Equal(403, await reporter.StatusAsync(Front));
    }

    private string Local(TimeSpan ahead) => TimeZoneInfo.ConvertTimeFromUtc(paper.Clock.GetUtcNow().UtcDateTime + ahead, paper.Settings.Site.Zone).ToString("yyyy-MM-dd'T'HH:mm");

    private async Task<List<string>> TopAsync() => [.. (await paper.PageAsync("/")).QuerySelectorAll(".top .top-stories .headline a").Select(a => a.TextContent.Trim())];

    private static async Task<int> ArrangeAsync(Tests.Desk desk, params (int Position, string Article, string Headline, string From, string Until)[] places)
    {
        using var answer = await desk.Browser.PostAsync(Front, Form(await desk.PageAsync(Front), places));
        return (int)answer.StatusCode;
    }

    private static FormUrlEncodedContent Form(IDocument page, params (int Position, string Article, string Headline, string From, string Until)[] places) => new(
    [
        new("token", page.QuerySelector("form.front-desk input[name=token]")!.GetAttribute("value")!),
        .. places.SelectMany((place, line) => new KeyValuePair<string, string>[]
        {
            new("line", $"{line}"), new("article", place.Article), new("position", $"{place.Position}"), new($"kept-{line}", "yes"), new($"headline-{line}", place.Headline), new($"from-{line}", place.From), new($"until-{line}", place.Until),
        }),
    ]);
}
