using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Staff;

namespace Broadsheet.Tests.Staff;

/// <summary>A paper that nobody works at yet; one for each test.</summary>
[Trait("paper", "running")]
public sealed class FirstPublisherTests : IAsyncLifetime
{
    private readonly Paper paper = new();

    public ValueTask InitializeAsync() => paper.InitializeAsync();

    public ValueTask DisposeAsync() => paper.DisposeAsync();

    [Fact]
    public async Task The_first_link_makes_one_publisher_and_no_second()
    {
        var (link, other) = (await LinkAsync(), await LinkAsync());
        using var desk = Desk.Stranger(paper);

        using var answer = await desk.PostAsync(link, "/newsroom/welcome", ("name", "Mara Quill"), ("email", "mara@example.org"), ("password", Desk.Password));

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(200, await desk.StatusAsync("/newsroom/staff/"));
        // Used; and the other, unused, ended with the first account.
        Assert.Equal((410, 410), (await desk.StatusAsync(link), await desk.StatusAsync(other)));
        Assert.Null(await FirstLink.MakeAsync(paper.App, default));
    }

    [Fact]
    public async Task Two_who_follow_first_links_at_once_do_not_both_become_publisher()
    {
        string[] links = [await LinkAsync(), await LinkAsync()];

        var statuses = await Task.WhenAll(links.Select(async link =>
        {
            using var desk = Desk.Stranger(paper);
            using var answer = await desk.PostAsync(link, "/newsroom/welcome", ("name", "Some Body"), ("email", $"{Guid.NewGuid():n}@example.org"), ("password", Desk.Password));
            return (int)answer.StatusCode;
        }));

        Assert.Equal([303, 410], statuses.Order());
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_stands_beside_its_field_and_the_link_still_holds()
    {
        var link = await LinkAsync();
        using var desk = Desk.Stranger(paper);

        using (var refused = await desk.PostAsync(link, "/newsroom/welcome", ("name", " "), ("email", "mara"), ("password", "password1234")))
        {
            Assert.Equal(422, (int)refused.StatusCode);
            var page = await refused.Content.ReadAsStringAsync();
            Assert.Contains("id=\"name-says\"", page);
            Assert.Contains("id=\"email-says\"", page);
            Assert.Contains("guessed first", page);
        }

        Assert.Equal(200, await desk.StatusAsync(link));
    }

    [Fact]
    public async Task The_last_publisher_is_neither_dismissed_nor_demoted_nor_reset()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        var id = publisher.Me.Id;

        using (var demoted = await publisher.PostAsync("/newsroom/staff/", $"/newsroom/staff/{id}/role", ("role", "editor"))) Assert.Equal(409, (int)demoted.StatusCode);
        using (var reset = await publisher.PostAsync("/newsroom/staff/", $"/newsroom/staff/{id}/link")) Assert.Equal(409, (int)reset.StatusCode);
        using (var dismissed = await publisher.SendAsync(HttpMethod.Post, $"/newsroom/staff/{id}/dismissal")) Assert.Equal(409, (int)dismissed.StatusCode);
        Assert.Equal(200, await publisher.StatusAsync("/newsroom/staff/"));

        using var second = await paper.SignInAsync(Role.Publisher);
        using var now = await publisher.SendAsync(HttpMethod.Post, $"/newsroom/staff/{id}/dismissal");
        Assert.Equal(303, (int)now.StatusCode);
    }

    private async Task<string> LinkAsync() => new Uri((await FirstLink.MakeAsync(paper.App, default))!).PathAndQuery;
}
