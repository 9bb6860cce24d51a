using System.Net;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Staff;

/// <summary>Signing in, and being out again.</summary>
public sealed class SignInTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Address_and_password_let_in_and_lead_to_the_page_that_was_asked_for()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);
        using (var asked = await desk.Browser.GetAsync("/newsroom/account/?done=name"))
            Assert.Equal((302, "/newsroom/sign-in?to=%2Fnewsroom%2Faccount%2F%3Fdone%3Dname"), ((int)asked.StatusCode, $"{asked.Headers.Location}"));

        using var answer = await desk.SignInAsync(to: "/newsroom/account/?done=name");

        Assert.Equal((303, "/newsroom/account/?done=name"), ((int)answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Contains(desk.Me.Name, (await desk.PageAsync("/newsroom/account/")).QuerySelector(".me")!.TextContent);
        Assert.Equal("signed in", Assert.Single(await ActsOfAsync(desk)));
    }

    [Fact]
    public async Task The_cookie_is_for_the_newsroom_alone_and_out_of_reach_of_scripts()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);

        using var answer = await desk.SignInAsync();

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("newsroom=", StringComparison.Ordinal));
        foreach (var flag in new[] { "path=/newsroom", "httponly", "samesite=lax" }) Assert.Contains(flag, cookie);
        Assert.DoesNotContain("secure", cookie);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_TLS_the_cookie_is_for_TLS_alone()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);
        desk.Browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await desk.PageAsync("/newsroom/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/sign-in");
        using var answer = await desk.Browser.SendAsync(request);

        Assert.NotNull(page);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_told_the_same()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);

        using var wrong = await desk.SignInAsync("not the password");
        using var unknown = await desk.PostAsync("/newsroom/sign-in", "/newsroom/sign-in", ("email", "nobody@example.org"), ("password", "not the password"));

        Assert.Equal((422, 422), ((int)wrong.StatusCode, (int)unknown.StatusCode));
        Assert.Equal(await SaidAsync(wrong), await SaidAsync(unknown));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_five_minutes()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);
        for (var i = 0; i < StaffMember.MostTries; i++)
            using (await desk.SignInAsync("not the password")) { }

        using (var locked = await desk.SignInAsync()) Assert.Equal(422, (int)locked.StatusCode);
        paper.Clock.PutForward(StaffMember.LockedFor + TimeSpan.FromSeconds(1));
        using var open = await desk.SignInAsync();

        Assert.Equal(303, (int)open.StatusCode);
        Assert.Contains("locked an account", await paper.AskAsync(db => db.Audit.Where(e => e.Detail!.StartsWith(desk.Me.Name)).Select(e => e.Act).ToListAsync()));
    }

    [Fact]
    public async Task Guesses_that_come_together_are_counted_one_by_one()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);
        var form = (await desk.PageAsync("/newsroom/sign-in")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var answer = await desk.Browser.PostAsync("/newsroom/sign-in", new FormUrlEncodedContent([new("token", form), new("email", desk.Email), new("password", $"guess {i}")]));
            Assert.Equal(422, (int)answer.StatusCode);
        }));

        using var right = await desk.SignInAsync();

        Assert.Equal(422, (int)right.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/newsroom/")]
    [InlineData("/newsroom/\\elsewhere.example")]
    [InlineData("/newsroomelse/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/")]
    public async Task A_link_cannot_lead_anybody_out_of_the_newsroom(string to)
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);

        using var answer = await desk.SignInAsync(to: to);

        Assert.Equal((303, "/newsroom/"), ((int)answer.StatusCode, $"{answer.Headers.Location}"));
    }

    [Fact]
    public async Task Who_signs_out_is_out_also_with_the_old_cookie()
    {
        using var desk = await paper.SignInAsync(Role.Reporter);
        var cookie = desk.Cookies["newsroom"]!.Value;

        using var answer = await desk.PostAsync("/newsroom/account/", "/newsroom/sign-out");

        Assert.Equal((303, "/newsroom/sign-in"), ((int)answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Equal(401, await WithCookieAsync(cookie));
    }

    [Fact]
    public async Task A_session_ended_from_another_device_is_out_at_once()
    {
        using var desk = await paper.SignInAsync(Role.Reporter);
        using var lost = desk.OtherBrowser(paper);
        using (await lost.SignInAsync()) { }
        var page = await desk.PageAsync("/newsroom/account/");
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=sessions] tbody tr").Length);
        Assert.Contains("Firefox on Linux", page.Body!.TextContent);

        using var ended = await desk.PostAsync("/newsroom/account/", page.QuerySelector("form[action$='/end']")!.GetAttribute("action")!);

        Assert.Equal(303, (int)ended.StatusCode);
        Assert.Equal(302, await lost.StatusAsync("/newsroom/account/"));
        Assert.Equal(200, await desk.StatusAsync("/newsroom/account/"));
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else_by_its_number()
    {
        using var victim = await paper.SignInAsync(Role.Editor);
        using var desk = await paper.SignInAsync(Role.Reporter);
        var id = await paper.AskAsync(db => db.StaffSessions.Where(s => s.StaffId == victim.Me.Id).Select(s => s.Id).SingleAsync());

        using var answer = await desk.SendAsync(HttpMethod.Post, $"/newsroom/account/sessions/{id}/end");

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(200, await victim.StatusAsync("/newsroom/account/"));
    }

    [Fact]
    public async Task A_session_that_is_not_used_for_two_weeks_is_over()
    {
        using var desk = await paper.SignInAsync(Role.Reporter);
        await paper.AskAsync(db => db.StaffSessions.Where(s => s.StaffId == desk.Me.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, paper.Clock.GetUtcNow().UtcDateTime - StaffSession.LongestPause)));

        Assert.Equal(302, await desk.StatusAsync("/newsroom/account/"));
    }

    [Fact]
    public async Task A_cookie_that_was_altered_lets_nobody_in()
    {
        using var desk = await paper.SignInAsync(Role.Publisher);
        var cookie = desk.Cookies["newsroom"]!.Value;

        Assert.Equal(200, await WithCookieAsync(cookie));
        Assert.Equal(401, await WithCookieAsync(cookie[..^8] + "AAAAAAAA"));
        Assert.Equal(401, await WithCookieAsync("x"));
    }

    [Fact]
    public async Task A_form_of_one_person_is_not_taken_from_another()
    {
        using var one = await paper.SignInAsync(Role.Publisher);
        using var other = await paper.SignInAsync(Role.Publisher);
        var token = await one.TokenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/newsroom/sign-out");
        request.Headers.Add("X-Newsroom-Token", token);
        using var answer = await other.Browser.SendAsync(request);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(200, await other.StatusAsync("/newsroom/account/"));
    }

    [Fact]
    public async Task The_keys_in_the_database_are_sealed_and_a_restart_keeps_who_is_signed_in()
    {
        using var desk = await paper.SignInAsync(Role.Reporter);
        var kept = await paper.AskAsync(db => db.Database.SqlQuery<byte[]>($"select sealed as \"Value\" from protection_key").ToListAsync());

        Assert.NotEmpty(kept);
        Assert.All(kept, key => Assert.DoesNotContain("<key", System.Text.Encoding.UTF8.GetString(key)));
        await using var other = await Web.Features.Serving.Newspaper.OpenAsync(paper.Settings, "http://127.0.0.1:0", demo: false, default, attended: false);
        await other.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(other.Urls.First()) };
        browser.DefaultRequestHeaders.Add("Cookie", $"newsroom={desk.Cookies["newsroom"]!.Value}");
        using var answer = await browser.GetAsync("/newsroom/account/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_reader_is_asked_nothing_and_given_no_cookie()
    {
        await paper.PublishAsync("A quiet page");

        using var answer = await paper.Browser.GetAsync("/");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("X-Robots-Tag"));
    }

    private async Task<int> WithCookieAsync(string value)
    {
        using var browser = paper.NewBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{SigningInParts.SessionCookie}={value}");
        using var answer = await browser.GetAsync("/newsroom/account/");
        return (int)answer.StatusCode;
    }

    private Task<List<string>> ActsOfAsync(Desk desk) => paper.AskAsync(db => db.Audit.Where(e => e.StaffId == desk.Me.Id).Select(e => e.Act).ToListAsync());

    private static async Task<string> SaidAsync(HttpResponseMessage answer) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent;
}
