using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody adds a passkey to their account, or removes one. The page's script (newsroom/passkeys.js) asks the device.</summary>
public static class KeepPasskeys
{
    private const int Most = 20;

    public sealed record Made(string? Name, string? Credential);

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/account/passkeys/options", OptionsAsync);
        newsroom.MapPost("/account/passkeys", AddAsync);
        newsroom.MapPost("/account/passkeys/{id:long}/removal", RemoveAsync);
    }

    internal static async Task<IResult> OptionsAsync(HttpContext http, SignedIn me, Account account, IPasskeyHandler<StaffMember> passkeys, PasskeyState state)
    {
        var member = await account.MemberAsync(me, http.RequestAborted);
        var options = await passkeys.MakeCreationOptionsAsync(new() { Id = $"{member.Id}", Name = member.Name, DisplayName = member.Name }, http);
        state.Keep(http, options.AttestationState);
        return Results.Text(options.CreationOptionsJson, "application/json");
    }

    internal static async Task<IResult> AddAsync(Made made, HttpContext http, SignedIn me, NewsDb db, IPasskeyHandler<StaffMember> passkeys, PasskeyState state, TimeProvider clock, CancellationToken stop)
    {
        if (state.Take(http) is not { } asked || made.Credential is null) return Newsroom.Problem(Refusal.Conflict("That took too long. Begin again."));
        if (await db.Passkeys.CountAsync(k => k.StaffId == me.Id, stop) >= Most) return Newsroom.Problem(Refusal.Invalid("You have {0} passkeys. Remove one first.", Most));
        var result = await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = made.Credential, AttestationState = asked });
        if (!result.Succeeded || result.UserEntity.Id != $"{me.Id}") return Newsroom.Problem(Refusal.Invalid("The device’s answer does not hold. Begin again."));

        var (info, now) = (result.Passkey, clock.UtcNow());
        var name = made.Name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, Passkey.LongestName)] : Device.Named(http.Request.Headers.UserAgent.ToString());
        await using var write = await Write.BesideOthersAsync(db, stop);
        db.Passkeys.Add(new Passkey
        {
            StaffId = me.Id, Name = name, Credential = info.CredentialId, PublicKey = info.PublicKey, SignCount = info.SignCount, Transports = string.Join(' ', info.Transports ?? []), IsVerified = info.IsUserVerified,
            MayBeBackedUp = info.IsBackupEligible, IsBackedUp = info.IsBackedUp, Attestation = info.AttestationObject, ClientData = info.ClientDataJson, AddedAt = now,
        });
        db.Audit.Add(new AuditEntry(me, "added a passkey", null, name, now));
        await write.CommitAsync(now, stop);
        return Results.Json(new { to = Account.Path + "?done=passkey" });
    }

    internal static async Task<IResult> RemoveAsync(long id, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        if (await db.Passkeys.SingleOrDefaultAsync(k => k.Id == id && k.StaffId == me.Id, stop) is not { } key) return Results.NotFound();
        db.Passkeys.Remove(key);
        db.Audit.Add(new AuditEntry(me, "removed a passkey", null, key.Name, now));
        await write.CommitAsync(now, stop);
        return Account.Changed("removed");
    }
}
