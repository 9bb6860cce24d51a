using Broadsheet.Data;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.SigningIn;

/// <summary>Links that let in once, to choose a password. The paper sends no mail yet: whoever makes one hands it on.</summary>
public static class InvitationBook
{
    /// <summary>The path and query of the link. An earlier one for the same person holds no longer. Within a write of the caller.</summary>
    public static async Task<string> MakeAsync(NewsDb db, long staffId, DateTime now, CancellationToken stop)
    {
        await db.Invitations.Where(i => i.StaffId == staffId && i.UsedAt == null).ExecuteDeleteAsync(stop);
        return Enter(db, staffId, now);
    }

    /// <summary>For the first publisher; several programs that start at once each have one, and all of them end with the first account.</summary>
    public static async Task<string> MakeFirstAsync(NewsDb db, DateTime now, CancellationToken stop)
    {
        await db.Invitations.Where(i => i.StaffId == null && i.ExpiresAt <= now).ExecuteDeleteAsync(stop);
        return Enter(db, null, now);
    }

    /// <returns>Null when the link was used, is too old, or never was one.</returns>
    public static async Task<Invitation?> FindAsync(NewsDb db, string? token, DateTime now, CancellationToken stop)
    {
        var hash = Invitation.HashOf(token ?? "");
        if (await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, stop) is not { } found || !found.Holds(now)) return null;
        return found.StaffId is not null || !await db.Staff.AnyAsync(stop) ? found : null;
    }

    private static string Enter(NewsDb db, long? staffId, DateTime now)
    {
        var (invitation, token) = Invitation.To(staffId, now);
        db.Invitations.Add(invitation);
        return $"{Newsroom.Root}/welcome?token={token}";
    }
}
