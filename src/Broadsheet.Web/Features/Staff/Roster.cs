using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>What the staff page and the staff verb do alike. There is always a publisher.</summary>
internal static class Roster
{
    /// <param name="Link">To choose a password; null when one was given.</param>
    public sealed record Added(StaffMember Member, string? Link);

    /// <summary>Also for somebody who was dismissed and comes back.</summary>
    public static async Task<Result<Added>> AddAsync(NewsDb db, Seal seal, string? name, string? email, Role role, SignedIn? by, DateTime now, CancellationToken stop, string? hash = null)
    {
        var wanted = StaffMember.Add(name, email, role, seal, now);
        if (wanted.Refused is not null) return wanted.Refusals.ToList();
        await using var write = await Write.AloneAsync(db, stop);
        var member = await db.Staff.SingleOrDefaultAsync(m => m.Fingerprint == wanted.Value.Fingerprint, stop);
        if (member is { IsDismissed: false }) return Refusal.Conflict("Somebody on the staff has this address already.").At("email");
        if (member is not null) member.Return(wanted.Value.Name, role);
        else db.Staff.Add(member = wanted.Value);
        if (hash is not null) member.TakePassword(hash);
        await db.SaveChangesAsync(stop);
        var link = hash is null ? await InvitationBook.MakeAsync(db, member.Id, now, stop) : null;
        db.Audit.Add(new AuditEntry(by, hash is null ? "invited" : "added", null, $"{member.Name}, {role.ToString().ToLowerInvariant()}", now));
        await write.CommitAsync(now, stop);
        return new Added(member, link);
    }

    /// <summary>Whoever had the password, the app or a passkey has nothing any more; the link comes back. Within a write of the caller.</summary>
    public static async Task<string> ResetAsync(NewsDb db, StaffMember member, SignedIn? by, DateTime now, CancellationToken stop)
    {
        member.ForgetSecrets();
        await db.Passkeys.Where(k => k.StaffId == member.Id).ExecuteDeleteAsync(stop);
        await Sessions.EndAllAsync(db, member.Id, now, stop);
        db.Audit.Add(new AuditEntry(by, "reset", null, member.Name, now));
        return await InvitationBook.MakeAsync(db, member.Id, now, stop);
    }

    /// <returns>A refusal when nobody else could manage the staff.</returns>
    public static async Task<Refusal?> KeepsAPublisherAsync(NewsDb db, StaffMember member, CancellationToken stop) =>
        member.Role != Role.Publisher || await db.Staff.AnyAsync(m => m.Id != member.Id && m.Role == Role.Publisher && m.DismissedAt == null && m.PasswordHash != null, stop) ? null
            : Refusal.Conflict("The paper needs a publisher: make somebody else one first.");
}
