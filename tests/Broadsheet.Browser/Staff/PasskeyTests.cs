using Broadsheet.Domain.Staff;

namespace Broadsheet.Browser.Staff;

/// <summary>A device with a lock of its own, as the browser plays one.</summary>
public sealed class PasskeyTests(Newsstand stand)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        var nell = await Colleague.HireAsync(stand, Role.Editor);
        await using var visit = await stand.VisitAsync();
        // An address of numbers has no passkeys.
        var home = $"http://localhost:{new Uri(stand.Address).Port}";
        await PlugInAsync(visit.Page);
        await visit.OpenAsync(home + "/newsroom/sign-in?to=/newsroom/account/");
        await nell.EnterAsync(visit.Page);

        await visit.Page.GetByLabel("Name of the new one").FillAsync("Work laptop");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(visit.Find("section[aria-labelledby=passkeys] tbody th")).ToHaveTextAsync("Work laptop");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(home + "/newsroom/sign-in");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(visit.Find(".me > a")).ToHaveTextAsync(nell.Name);
    }

    private static async Task PlugInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
