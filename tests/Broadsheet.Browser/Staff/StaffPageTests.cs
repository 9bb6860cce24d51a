using Broadsheet.Browser.Looks;
using Broadsheet.Domain.Staff;

namespace Broadsheet.Browser.Staff;

/// <summary>The newsroom's own pages, as a person meets them.</summary>
public sealed class StaffPageTests(Newsstand stand)
{
    [Theory, InlineData(1280, ColorScheme.Light), InlineData(390, ColorScheme.Light), InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_stands_in_anybodys_way(int width, ColorScheme light)
    {
        var nell = await Colleague.HireAsync(stand, Role.Publisher);
        await using var visit = await stand.VisitAsync(width: width, light: light);
        await visit.OpenAsync("/newsroom/sign-in");
        Assert.Empty(await Axe.FindAsync(visit.Page));
        await nell.SignInAsync(visit.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" }).ClickAsync();
        await Expect(visit.Find("svg.qr")).ToBeVisibleAsync();
        foreach (var path in new[] { "/newsroom/account/", "/newsroom/staff/", "/newsroom/audit/", "/newsroom/nowhere" })
        {
            await visit.OpenAsync(path);
            Assert.Empty((await Axe.FindAsync(visit.Page)).Select(fault => $"{path}: {fault}"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than the window");
        }
        Assert.Empty(visit.Elsewhere);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Signing_in_needs_no_mouse_and_no_script()
    {
        var nell = await Colleague.HireAsync(stand, Role.Reporter);
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync("/newsroom/account/");
        await visit.Page.GetByLabel("E-mail address").FocusAsync();
        await visit.Page.Keyboard.TypeAsync(nell.Email);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync(Colleague.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("h1")).ToHaveTextAsync("Your account");
    }
}
