using AngleSharp.Html.Parser;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Staff;

/// <summary>What somebody does with their own account.</summary>
public sealed class AccountTests(Paper paper) : PaperTest
{
    private const string Another = "seven quiet herons";

    [Fact]
    public async Task Another_password_holds_and_other_sessions_end()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        using var other = desk.OtherBrowser(paper);
        using (await other.SignInAsync()) { }

        using var changed = await desk.PostAsync("/newsroom/account/", "/newsroom/account/password", ("current", Desk.Password), ("password", Another));

        Assert.Equal(303, (int)changed.StatusCode);
        Assert.Equal((200, 302), (await desk.StatusAsync("/newsroom/account/"), await other.StatusAsync("/newsroom/account/")));
        using var old = await other.SignInAsync();
        using var now = await other.SignInAsync(Another);
        Assert.Equal((422, 303), ((int)old.StatusCode, (int)now.StatusCode));
    }

    [Theory]
    [InlineData("not mine at all", Another, "That is not your password.")]
    [InlineData(Desk.Password, "short", "at least 12 characters")]
    [InlineData(Desk.Password, "Password123456!", "guessed first")]
    [InlineData(Desk.Password, "thetestgazette1", "guessed first")]
    public async Task A_password_that_cannot_be_is_refused_with_the_reason(string current, string wanted, string told)
    {
        using var desk = await paper.SignInAsync(Role.Editor);

        using var answer = await desk.PostAsync("/newsroom/account/", "/newsroom/account/password", ("current", current), ("password", wanted));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(told, page);
        Assert.DoesNotContain(wanted, page);
        using var still = await desk.OtherBrowser(paper).SignInAsync();
        Assert.Equal(303, (int)still.StatusCode);
    }

    [Fact]
    public async Task With_an_app_a_code_is_asked_for_once_each()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        var (key, _) = await SwitchOnAsync(desk);

        using var other = desk.OtherBrowser(paper);
        using (var first = await other.SignInAsync()) Assert.StartsWith("/newsroom/sign-in/code", $"{first.Headers.Location}");
        Assert.Equal(302, await other.StatusAsync("/newsroom/account/"));
        using (var wrong = await EnterAsync(other, "000000")) Assert.Equal(422, (int)wrong.StatusCode);
        var code = Totp.Code(key, stepsAhead: 1);
        using (var right = await EnterAsync(other, code)) Assert.Equal(303, (int)right.StatusCode);
        Assert.Equal(200, await other.StatusAsync("/newsroom/account/"));

        using var third = desk.OtherBrowser(paper);
        using (await third.SignInAsync()) { }
        using var again = await EnterAsync(third, code);
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        var (_, recovery) = await SwitchOnAsync(desk);
        Assert.Equal(StaffMember.RecoveryCodeCount, recovery.Count);
        using var other = desk.OtherBrowser(paper);

        using (await other.SignInAsync()) { }
        using (var right = await EnterAsync(other, recovery[3].ToUpperInvariant())) Assert.Equal(303, (int)right.StatusCode);
        Assert.Contains("9 recovery codes are left", (await other.PageAsync("/newsroom/account/")).Body!.TextContent);

        using var third = desk.OtherBrowser(paper);
        using (await third.SignInAsync()) { }
        using var again = await EnterAsync(third, recovery[3]);
        Assert.Equal(422, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_right_password_does_not_allow_any_number_of_codes()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        var (key, _) = await SwitchOnAsync(desk);
        using var guesser = desk.OtherBrowser(paper);
        for (var i = 0; i < StaffMember.MostTries; i++)
        {
            using (await guesser.SignInAsync()) { }
            using (await EnterAsync(guesser, $"00000{i}")) { }
        }

        using (await guesser.SignInAsync()) { }
        using var locked = await EnterAsync(guesser, Totp.Code(key, stepsAhead: 1));

        Assert.Equal(422, (int)locked.StatusCode);
    }

    [Fact]
    public async Task Codes_are_switched_off_by_whoever_knows_the_password()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        await SwitchOnAsync(desk);

        using (var wrong = await desk.PostAsync("/newsroom/account/", "/newsroom/account/codes/off", ("password", "not mine at all"))) Assert.Equal(422, (int)wrong.StatusCode);
        using (var right = await desk.PostAsync("/newsroom/account/", "/newsroom/account/codes/off", ("password", Desk.Password))) Assert.Equal(303, (int)right.StatusCode);

        using var signedIn = await desk.OtherBrowser(paper).SignInAsync();
        Assert.Equal("/newsroom/account/", $"{signedIn.Headers.Location}");
    }

    [Fact]
    public async Task Neither_the_key_nor_a_code_stands_in_the_database()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        var (key, recovery) = await SwitchOnAsync(desk);

        var member = await paper.AskAsync(db => db.Staff.SingleAsync(m => m.Id == desk.Me.Id));

        Assert.DoesNotContain(key, System.Text.Encoding.UTF8.GetString(member.Authenticator!));
        Assert.DoesNotContain(recovery[0].Replace("-", ""), member.RecoveryCodes);
        Assert.DoesNotContain(desk.Email, System.Text.Encoding.UTF8.GetString(member.SealedEmail));
    }

    [Fact]
    public async Task An_answer_of_no_device_adds_no_passkey_and_lets_nobody_in()
    {
        using var desk = await paper.SignInAsync(Role.Editor);
        using (var asked = await desk.SendAsync(HttpMethod.Post, "/newsroom/account/passkeys/options", json: new { })) Assert.Contains("challenge", await asked.Content.ReadAsStringAsync());
        using (var made = await desk.SendAsync(HttpMethod.Post, "/newsroom/account/passkeys", json: new { name = "x", credential = "{}" })) Assert.Equal(422, (int)made.StatusCode);
        using (var unasked = await desk.SendAsync(HttpMethod.Post, "/newsroom/account/passkeys", json: new { name = "x", credential = "{}" })) Assert.Equal(409, (int)unasked.StatusCode);
        using (await desk.SendAsync(HttpMethod.Post, "/newsroom/sign-in/passkey/options", json: new { })) { }
        using var entered = await desk.SendAsync(HttpMethod.Post, "/newsroom/sign-in/passkey", json: new { credential = "{\"id\":\"x\"}" });
        Assert.Equal(422, (int)entered.StatusCode);
        Assert.Equal(0, await paper.AskAsync(db => db.Passkeys.CountAsync(k => k.StaffId == desk.Me.Id)));
    }

    private static Task<HttpResponseMessage> EnterAsync(Desk desk, string code) => desk.PostAsync("/newsroom/sign-in/code", "/newsroom/sign-in/code", ("code", code));

    private static async Task<(string Key, List<string> Recovery)> SwitchOnAsync(Desk desk)
    {
        using (await desk.PostAsync("/newsroom/account/", "/newsroom/account/codes/key")) { }
        var page = await desk.PageAsync("/newsroom/account/");
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var key = page.QuerySelector("section .code")!.TextContent.Replace(" ", "");
        using var answer = await desk.PostAsync("/newsroom/account/", "/newsroom/account/codes/on", ("code", Totp.Code(key)));
        Assert.Equal(200, (int)answer.StatusCode);
        var shown = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return (key, [.. shown.QuerySelectorAll(".codes li").Select(li => li.TextContent)]);
    }
}
