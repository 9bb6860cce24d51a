namespace Broadsheet.Tests.Fronts;

public sealed class ShowFrontTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_published_article_is_on_the_front_page_at_the_next_request()
    {
        Assert.DoesNotContain("The bridge is open again", await paper.TextAsync("/"));

        var piece = await paper.PublishAsync("The bridge is open again");

        var page = await paper.PageAsync("/");
        Assert.Contains(page.QuerySelectorAll(".top-stories .headline a"), a => a.GetAttribute("href") == piece.Url);
    }
}
