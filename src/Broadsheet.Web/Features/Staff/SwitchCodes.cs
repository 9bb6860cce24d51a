using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Codes of an authenticator app: a key is made, shown to the app, and asked for from the first right code on.</summary>
public static class SwitchCodes
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/account/codes/key", PrepareAsync);
        newsroom.MapPost("/account/codes/on", OnAsync);
        newsroom.MapPost("/account/codes/off", OffAsync);
        newsroom.MapPost("/account/codes/recovery", RenewAsync);
    }

    internal static async Task<IResult> PrepareAsync(Account account, SignedIn me, NewsDb db, Seal seal, TimeProvider clock, CancellationToken stop)
    {
        var member = await account.MemberAsync(me, stop);
        if (member.TwoFactor) return await account.PageAsync(me, stop, Refusal.Conflict("Codes are switched on already."));
        await using var write = await Write.BesideOthersAsync(db, stop);
        member.PrepareCodes(seal.Close(AuthenticatorKey.Make()));
        await write.CommitAsync(clock.UtcNow(), stop);
        return Results.Extensions.SeeOther(Account.Path + "#codes");
    }

    internal static async Task<IResult> OnAsync(IFormCollection sent, Account account, UserManager<StaffMember> codes, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (member, code) = (await account.MemberAsync(me, stop), sent["code"].ToString().Replace(" ", "", StringComparison.Ordinal));
        if (member.TwoFactor || member.Authenticator is null) return await account.PageAsync(me, stop, Refusal.Conflict("Make a new key first."));
        if (!await codes.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, code))
            return await account.PageAsync(me, stop, Refusal.Invalid("That is not the code that the app shows now. Look whether the clocks of both devices are right.").At("code"));
        return await KeepAsync(member.SwitchCodesOn(code), "switched codes on", account, me, db, clock.UtcNow(), stop);
    }

    internal static async Task<IResult> OffAsync(IFormCollection sent, Account account, Credentials credentials, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (member, now) = (await account.MemberAsync(me, stop), clock.UtcNow());
        if (!await credentials.IsPasswordAsync(member, sent["password"].ToString(), stop)) return await account.PageAsync(me, stop, Refusal.Invalid("That is not your password.").At("off-password"));
        await using var write = await Write.BesideOthersAsync(db, stop);
        member.SwitchCodesOff();
        db.Audit.Add(new AuditEntry(me, "switched codes off", null, null, now));
        await write.CommitAsync(now, stop);
        return Account.Changed("off");
    }

    internal static async Task<IResult> RenewAsync(Account account, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var member = await account.MemberAsync(me, stop);
        if (!member.TwoFactor) return await account.PageAsync(me, stop, Refusal.Conflict("Switch codes on first."));
        return await KeepAsync(member.RenewRecoveryCodes(), "made new recovery codes", account, me, db, clock.UtcNow(), stop);
    }

    // The codes are in this one answer and nowhere else.
    private static async Task<IResult> KeepAsync(IReadOnlyList<string> recoveryCodes, string act, Account account, SignedIn me, NewsDb db, DateTime now, CancellationToken stop)
    {
        await using var write = await Write.BesideOthersAsync(db, stop);
        db.Audit.Add(new AuditEntry(me, act, null, null, now));
        await write.CommitAsync(now, stop);
        return await account.PageAsync(me, stop, recoveryCodes: recoveryCodes);
    }
}
