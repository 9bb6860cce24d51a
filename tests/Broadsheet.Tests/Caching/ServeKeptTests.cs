namespace Broadsheet.Tests.Caching;

public sealed class ServeKeptTests(OpenPaper paper) : PaperTest<OpenPaper>
{
    [Fact]
    public async Task An_address_that_moved_keeps_the_query_of_whoever_asks()
    {
        var old = await paper.PublishAsync("Moves on", fields: "slug: moves-on");
        await paper.PublishAsync("Moves on", fields: ["slug: moved-on", "formerly: " + old.Path]);

        Assert.Equal("/town/moved-on/", await MovedToAsync("/town/moves-on/"));
        Assert.Equal("/town/moved-on/", await MovedToAsync("/town/moves-on/"));
        Assert.Equal("/town/moved-on/?utm_source=letter", await MovedToAsync("/town/moves-on/?utm_source=letter"));
    }

    private async Task<string?> MovedToAsync(string path)
    {
        using var answer = await paper.Browser.GetAsync(path);
        return answer.Headers.Location?.ToString();
    }
}
