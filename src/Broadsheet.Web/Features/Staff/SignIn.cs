using System.Security.Claims;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody signs in with address and password; the code of an app is asked for after that (<see cref="EnterCode"/>).</summary>
public static class SignIn
{
    // The same for an unknown address, a wrong password and a locked account.
    private const string Wrong = "That address and password do not belong together. After five wrong tries an account is locked for five minutes.";

    public sealed record Form(string? Email, string? Password, string? To)
    {
        public static Form Read(IFormCollection sent) => new(sent["email"], sent["password"], sent["to"]);
    }

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sign-in", Show).ForAnybody();
        newsroom.MapPost("/sign-in", HandleAsync).ForAnybody();
    }

    /// <summary>Only ever to a page of the newsroom, whatever a link says.</summary>
    internal static string SafeTarget(string? to) =>
        to is not null && (to == Newsroom.Root || to.StartsWith(Newsroom.Root + "/", StringComparison.Ordinal)) && !to.Any(c => c is '\\' || char.IsControl(c)) ? to : Newsroom.Root + "/";

    internal static IResult Show(string? to, Visitor visitor) =>
        visitor.Me is null ? Newsroom.Page<SignInPage>("Sign in", new SignInPage.View(SafeTarget(to), null, null)) : Results.Extensions.SeeOther(SafeTarget(to));

    internal static async Task<IResult> HandleAsync(IFormCollection sent, HttpContext http, Credentials credentials, Sessions sessions, WrongTries tries, CancellationToken stop)
    {
        var form = Form.Read(sent);
        if (tries.TooMany(http)) return Again(form, "Too many wrong tries came from your network. Wait ten minutes, then try again.", 429);
        if (await credentials.ByPasswordAsync(form.Email ?? "", form.Password ?? "", stop) is not { } member)
        {
            tries.Add(http);
            return Again(form, Wrong, 422);
        }
        if (!member.TwoFactor)
        {
            await sessions.BeginAsync(http, member, "with a password");
            return Results.Extensions.SeeOther(SafeTarget(form.To));
        }
        var half = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{member.Id}")], IdentityConstants.TwoFactorUserIdScheme));
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, half);
        return Results.Extensions.SeeOther("/newsroom/sign-in/code" + QueryString.Create("to", SafeTarget(form.To)));
    }

    private static IResult Again(Form form, string why, int status) => Newsroom.Page<SignInPage>("Sign in", new SignInPage.View(SafeTarget(form.To), form.Email, why), status);
}
