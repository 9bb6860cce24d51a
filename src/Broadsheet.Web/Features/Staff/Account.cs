using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>One's own account, as its page shows it; every slice that changes it answers with this page.</summary>
public sealed class Account(NewsDb db, Seal seal, Visitor visitor, SiteSettings paper, TimeProvider clock)
{
    public const string Path = Newsroom.Root + "/account/";

    // What the address says after a change was made, so that reloading does not make it again.
    private static readonly Dictionary<string, string> Done = new()
    {
        ["password"] = "The password is changed. Your other sessions have ended.", ["off"] = "Codes are switched off.", ["passkey"] = "The passkey is stored: you can sign in with it.",
        ["removed"] = "The passkey is removed.", ["ended"] = "The session has ended.", ["others"] = "All other sessions have ended.", ["name"] = "Your name is changed.",
    };

    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapGet("/account/", (string? done, Account account, SignedIn me, CancellationToken stop) => account.PageAsync(me, stop, done: done is null ? null : Done.GetValueOrDefault(done)));

    public static IResult Changed(string what) => Results.Extensions.SeeOther($"{Path}?done={what}");

    public Task<StaffMember> MemberAsync(SignedIn me, CancellationToken stop) => db.Staff.SingleAsync(m => m.Id == me.Id, stop);

    /// <param name="recoveryCodes">To be shown this once.</param>
    public async Task<IResult> PageAsync(SignedIn me, CancellationToken stop, Refusal? refused = null, string? done = null, IReadOnlyList<string>? recoveryCodes = null)
    {
        var (member, now) = (await db.Staff.AsNoTracking().SingleAsync(m => m.Id == me.Id, stop), clock.UtcNow());
        var sessions = await db.StaffSessions.AsNoTracking().Where(s => s.StaffId == me.Id && s.EndedAt == null).OrderByDescending(s => s.SeenAt).ToListAsync(stop);
        var passkeys = await db.Passkeys.AsNoTracking().Where(k => k.StaffId == me.Id).OrderBy(k => k.Id).Select(k => new AccountPage.PasskeyLine(k.Id, k.Name, k.AddedAt)).ToListAsync(stop);
        var email = seal.Open(member.SealedEmail) ?? "";
        var view = new AccountPage.View(member.Name, email, member.Role, refused, done, member.TwoFactor, member.RecoveryCodesLeft, recoveryCodes, NewKeyOf(member, email),
            passkeys, [.. sessions.Where(s => s.IsOpen(now)).Select(s => new AccountPage.SessionLine(s.Id, s.Device, s.StartedAt, s.SeenAt, s.Id == visitor.SessionId))]);
        return Newsroom.Page<AccountPage>("Your account", view, refused?.Status() ?? 200);
    }

    // Prepared and not yet switched on: the page shows it to the app.
    private AuthenticatorKey? NewKeyOf(StaffMember member, string email) =>
        member is { TwoFactor: false, Authenticator: { } box } && seal.Open(box) is { } key ? AuthenticatorKey.Of(key, email, paper.Name) : null;
}
