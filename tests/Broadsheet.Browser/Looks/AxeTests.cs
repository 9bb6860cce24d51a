using Broadsheet.Browser.Comments;

namespace Broadsheet.Browser.Looks;

public sealed class AxeTests(Newsstand stand)
{
    public static MatrixTheoryData<string, string> PagesInEveryLook => new(
        [Tour.Front, Tour.Section, Tour.Article, Tour.Film, Tour.Found, Tour.Missing], ["desktop", "phone", "dark"]);

    [Theory, MemberData(nameof(PagesInEveryLook))]
    public async Task Nothing_stands_in_a_readers_way(string page, string look)
    {
        await using var visit = await VisitAsync(look);
        await visit.OpenAsync(page);
        Assert.Empty(await Axe.FindAsync(visit.Page));
    }

    [Theory, InlineData("desktop"), InlineData("phone"), InlineData("dark")]
    public async Task Nor_in_a_form_that_came_back_with_errors(string look)
    {
        await using var visit = await VisitAsync(look);
        await visit.OpenAsync(Tour.Article);
        var form = new ReplyForm(visit.Page);
        await form.FillAsync("  ", "  ", "odd@ledger");
        await form.Website.FillAsync("ledger");
        await form.SendAsync();
        await Expect(visit.Find(".field .error")).ToHaveCountAsync(4);
        Assert.Empty(await Axe.FindAsync(visit.Page));
    }

    [Theory, InlineData(Tour.Arabic), InlineData(Tour.Hindi), InlineData("/search"), InlineData("/authors/mara-quill/"), InlineData(Tour.Article + "text/")]
    public async Task Nor_on_the_other_pages(string page)
    {
        await using var visit = await VisitAsync("desktop");
        await visit.OpenAsync(page);
        Assert.Empty(await Axe.FindAsync(visit.Page));
    }

    private Task<Visit> VisitAsync(string look) => stand.VisitAsync(width: look == "phone" ? 360 : 1280, light: look == "dark" ? ColorScheme.Dark : ColorScheme.Light);
}
