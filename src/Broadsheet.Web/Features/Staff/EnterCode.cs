using System.Globalization;
using System.Security.Claims;
using Broadsheet.Data;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The second question at sign-in: the code of an authenticator app, or one of the recovery codes.</summary>
public static class EnterCode
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sign-in/code", ShowAsync).ForAnybody();
        newsroom.MapPost("/sign-in/code", HandleAsync).ForAnybody();
    }

    internal static async Task<IResult> ShowAsync(string? to, HttpContext http) =>
        await HalfAsync(http) is null ? FromTheStart(to) : Newsroom.Page<EnterCodePage>("Enter your code", new EnterCodePage.View(SignIn.SafeTarget(to), null));

    internal static async Task<IResult> HandleAsync(IFormCollection sent, HttpContext http, NewsDb db, Credentials credentials, Sessions sessions, WrongTries tries, CancellationToken stop)
    {
        string? to = sent["to"];
        if (await HalfAsync(http) is not { } id || await db.Staff.SingleOrDefaultAsync(m => m.Id == id && m.DismissedAt == null, stop) is not { } member) return FromTheStart(to);
        if (tries.TooMany(http)) return Again(to, "Too many wrong tries came from your network. Wait ten minutes, then try again.", 429);
        if (!await credentials.IsCodeAsync(member, sent["code"].ToString(), stop))
        {
            tries.Add(http);
            return Again(to, "That is not the code. A code holds for half a minute and lets in once; after five wrong tries the account is locked for five minutes.", 422);
        }
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await sessions.BeginAsync(http, member, "with a password and a code");
        return Results.Extensions.SeeOther(SignIn.SafeTarget(to));
    }

    // Whose password was right.
    private static async Task<long?> HalfAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    private static IResult FromTheStart(string? to) => Results.Extensions.SeeOther(Door.SignInPath + QueryString.Create("to", SignIn.SafeTarget(to)));

    private static IResult Again(string? to, string why, int status) => Newsroom.Page<EnterCodePage>("Enter your code", new EnterCodePage.View(SignIn.SafeTarget(to), why), status);
}
