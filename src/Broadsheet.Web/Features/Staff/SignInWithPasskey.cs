using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody signs in with a passkey. The device has asked for a finger, a face or a PIN, so no code is asked for besides.</summary>
public static class SignInWithPasskey
{
    public sealed record Answer(string? Credential, string? To);

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/sign-in/passkey/options", OptionsAsync).ForAnybody();
        newsroom.MapPost("/sign-in/passkey", HandleAsync).ForAnybody();
    }

    internal static async Task<IResult> OptionsAsync(HttpContext http, IPasskeyHandler<StaffMember> passkeys, PasskeyState state)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        state.Keep(http, options.AssertionState);
        return Results.Text(options.RequestOptionsJson, "application/json");
    }

    internal static async Task<IResult> HandleAsync(Answer answer, HttpContext http, NewsDb db, IPasskeyHandler<StaffMember> passkeys, PasskeyState state, Sessions sessions, WrongTries tries, TimeProvider clock, CancellationToken stop)
    {
        if (tries.TooMany(http)) return Newsroom.Problem(Refusal.TooMany("Too many wrong tries came from your network. Wait ten minutes, then try again."));
        if (state.Take(http) is not { } asked || answer.Credential is null) return Newsroom.Problem(Refusal.Conflict("That took too long. Begin again."));
        var result = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer.Credential, AssertionState = asked });
        if (!result.Succeeded || result.User.IsDismissed)
        {
            tries.Add(http);
            return Newsroom.Problem(Refusal.Invalid("The paper does not know this passkey. Sign in with your password."));
        }
        var used = result.Passkey;
        await using (var write = await Write.BesideOthersAsync(db, stop))
        {
            var key = await db.Passkeys.SingleAsync(k => k.Credential == used.CredentialId, stop);
            (key.SignCount, key.IsBackedUp, key.IsVerified) = (used.SignCount, used.IsBackedUp, used.IsUserVerified);
            await write.CommitAsync(clock.UtcNow(), stop);
        }
        await sessions.BeginAsync(http, result.User, "with a passkey");
        return Results.Json(new { to = SignIn.SafeTarget(answer.To) });
    }
}
