using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Staff;

/// <summary>What a publisher does with the staff.</summary>
public sealed class StaffTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task An_invitation_lets_in_once_and_its_link_is_shown_once()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        var email = $"new-{Guid.NewGuid():n}@example.org";
        using var answer = await publisher.PostAsync("/newsroom/staff/", "/newsroom/staff/", ("name", "Iven Tarr"), ("email", email), ("role", "editor"));
        var link = LinkIn(await ReadAsync(answer));
        Assert.DoesNotContain("welcome?token", (await publisher.PageAsync("/newsroom/staff/")).DocumentElement.OuterHtml);

        using var newcomer = Desk.Stranger(paper);
        using var tooShort = await newcomer.PostAsync(link, "/newsroom/welcome", ("password", "short"));
        Assert.Equal(422, (int)tooShort.StatusCode);
        using var welcomed = await newcomer.PostAsync(link, "/newsroom/welcome", ("password", Desk.Password));

        Assert.Equal((303, "/newsroom/"), ((int)welcomed.StatusCode, $"{welcomed.Headers.Location}"));
        Assert.Contains("Iven Tarr", (await newcomer.PageAsync("/newsroom/account/")).QuerySelector(".me")!.TextContent);
        Assert.Equal(410, await newcomer.StatusAsync(link));
        Assert.Contains("invited", await paper.AskAsync(db => db.Audit.Where(e => e.StaffId == publisher.Me.Id).Select(e => e.Act).ToListAsync()));
        Assert.Equal(Role.Editor, (await MemberAsync(m => m.Name == "Iven Tarr")).Role);
    }

    [Fact]
    public async Task An_invitation_that_is_eight_days_old_lets_nobody_in()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        using var answer = await publisher.PostAsync("/newsroom/staff/", "/newsroom/staff/", ("name", "Late Comer"), ("email", $"late-{Guid.NewGuid():n}@example.org"), ("role", "editor"));
        var link = LinkIn(await ReadAsync(answer));
        await paper.AskAsync(db => db.Invitations.Where(i => i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, paper.Clock.GetUtcNow().UtcDateTime)));

        Assert.Equal(410, await publisher.StatusAsync(link));
    }

    [Fact]
    public async Task Who_is_dismissed_is_out_at_once_on_every_device_and_stays_out()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        using var desk = await paper.SignInAsync(Role.Editor);

        using var answer = await publisher.PostAsync("/newsroom/staff/", $"/newsroom/staff/{desk.Me.Id}/dismissal");

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(302, await desk.StatusAsync("/newsroom/account/"));
        using var again = await desk.SignInAsync();
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task Another_role_holds_from_the_next_request_on()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        using var desk = await paper.SignInAsync(Role.Editor);
        Assert.Equal(403, await desk.StatusAsync("/newsroom/staff/"));

        using var answer = await publisher.PostAsync("/newsroom/staff/", $"/newsroom/staff/{desk.Me.Id}/role", ("role", "publisher"));

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(200, await desk.StatusAsync("/newsroom/staff/"));
    }

    [Theory, InlineData("7"), InlineData("owner"), InlineData("")]
    public async Task A_role_that_is_none_is_refused(string role)
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);

        using var answer = await publisher.PostAsync("/newsroom/staff/", "/newsroom/staff/", ("name", "Some Body"), ("email", "some.body@example.org"), ("role", role));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("some.body@example.org", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_address_is_not_invited_twice()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);

        using var answer = await publisher.PostAsync("/newsroom/staff/", "/newsroom/staff/", ("name", "Again"), ("email", publisher.Email.ToUpperInvariant()), ("role", "editor"));

        Assert.Equal(409, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_new_link_takes_everything_from_whoever_had_the_password()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        using var desk = await paper.SignInAsync(Role.Editor);

        using var answer = await publisher.PostAsync("/newsroom/staff/", $"/newsroom/staff/{desk.Me.Id}/link");

        var link = LinkIn(await ReadAsync(answer));
        Assert.Equal(302, await desk.StatusAsync("/newsroom/account/"));
        using (var old = await desk.SignInAsync()) Assert.Equal(422, (int)old.StatusCode);
        using var back = await desk.PostAsync(link, "/newsroom/welcome", ("password", "seven quiet herons"));
        Assert.Equal(303, (int)back.StatusCode);
    }

    [Fact]
    public async Task The_record_shows_who_did_what_of_one_person_a_page_at_a_time()
    {
        using var publisher = await paper.SignInAsync(Role.Publisher);
        await paper.AskAsync(db =>
        {
            for (var i = 0; i < 60; i++) db.Audit.Add(new AuditEntry(publisher.Me, "tested", null, $"entry {i}", paper.Clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync();
        });

        var first = await publisher.PageAsync($"/newsroom/audit/?person={publisher.Me.Id}");
        var second = await publisher.PageAsync("/newsroom/audit/" + first.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Split('/')[^1]);

        Assert.Equal((50, 11), (first.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("entry 59", first.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("signed in", second.QuerySelectorAll("tbody tr").Last().TextContent);
    }

    private async Task<StaffMember> MemberAsync(System.Linq.Expressions.Expression<Func<StaffMember, bool>> which) => await paper.AskAsync(db => db.Staff.SingleAsync(which));

    private static async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(200, (int)answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static string LinkIn(IDocument page) => new Uri(page.QuerySelector("#made-link")!.GetAttribute("value")!).PathAndQuery;
}
