using Broadsheet.Data;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Browser.Staff;

/// <summary>Somebody who works at the newsstand's paper.</summary>
public sealed record Colleague(string Name, string Email, Role Role)
{
    public const string Password = "a heron on the quay";

    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<StaffMember>(SigningInParts.Hashing).HashPassword(null!, Password));

    public static async Task<Colleague> HireAsync(Newsstand stand, Role role)
    {
        await using var scope = stand.Services.CreateAsyncScope();
        var (db, seal) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), scope.ServiceProvider.GetRequiredService<Seal>());
        var one = new Colleague($"Nell {role}", $"{Guid.NewGuid():n}@example.org", role);
        var member = StaffMember.Add(one.Name, one.Email, role, seal, DateTime.UtcNow).Value;
        member.TakePassword(Hash.Value);
        db.Add(member);
        await db.SaveChangesAsync();
        return one;
    }

    /// <summary>Types address and password; the page that was wanted is open when this returns.</summary>
    public async Task SignInAsync(IPage page, string to = "/newsroom/account/")
    {
        await page.GotoAsync($"/newsroom/sign-in?to={Uri.EscapeDataString(to)}");
        await EnterAsync(page);
        await page.WaitForURLAsync($"**{to}");
    }

    internal async Task EnterAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
