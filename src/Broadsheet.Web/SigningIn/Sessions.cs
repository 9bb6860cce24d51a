using System.Globalization;
using System.Security.Claims;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.SigningIn;

/// <summary>Who has signed in where. The cookie names a row of the table, and the row is asked at every request: ended there is out at once.</summary>
public sealed class Sessions(NewsDb db, Visitor visitor, TimeProvider clock)
{
    private const string SessionClaim = "session";

    private static readonly string Scheme = IdentityConstants.ApplicationScheme;
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private sealed record Found(StaffSession Session, long Id, string Name, Role Role, bool Dismissed);

    /// <returns>Null when nobody has signed in, or the session is over.</returns>
    public async Task<SignedIn?> RecogniseAsync(HttpContext http)
    {
        // Without the cookie nothing is asked of the database, nor are the keys.
        if (!http.Request.Cookies.ContainsKey(SigningInParts.SessionCookie) || (await http.AuthenticateAsync(Scheme)).Principal is not { } principal) return null;
        var (stop, now) = (http.RequestAborted, clock.UtcNow());
        if (!long.TryParse(principal.FindFirstValue(SessionClaim), out var id) || await FindAsync(id, stop) is not { Dismissed: false } found || !found.Session.IsOpen(now)) return null;
        if (now - found.Session.SeenAt >= SeenEvery) await db.StaffSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), stop);
        http.User = principal;
        (visitor.Me, visitor.SessionId) = (new SignedIn(found.Id, found.Name, found.Role), id);
        return visitor.Me;
    }

    /// <summary>Password, code or passkey were right.</summary>
    /// <param name="how">For the record: "with a passkey".</param>
    public async Task BeginAsync(HttpContext http, StaffMember member, string how)
    {
        var (stop, now) = (http.RequestAborted, clock.UtcNow());
        var session = new StaffSession(member.Id, Device.Named(http.Request.Headers.UserAgent.ToString()), now);
        await using (var write = await Write.BesideOthersAsync(db, stop))
        {
            db.StaffSessions.Add(session);
            db.Audit.Add(new AuditEntry(new SignedIn(member.Id, member.Name, member.Role), "signed in", null, $"{how}, {session.Device}", now));
            await write.CommitAsync(now, stop);
        }
        await http.SignInAsync(Scheme, PrincipalOf(member.Id, session.Id), new AuthenticationProperties { IsPersistent = true });
    }

    public async Task EndOwnAsync(HttpContext http, SignedIn me)
    {
        var (stop, now) = (http.RequestAborted, clock.UtcNow());
        await using var write = await Write.BesideOthersAsync(db, stop);
        await db.StaffSessions.Where(s => s.Id == visitor.SessionId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), stop);
        db.Audit.Add(new AuditEntry(me, "signed out", null, null, now));
        await write.CommitAsync(now, stop);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>All of one person's, within a write of the caller.</summary>
    /// <param name="but">A session that goes on; 0: none does.</param>
    public static Task<int> EndAllAsync(NewsDb db, long staffId, DateTime now, CancellationToken stop, long but = 0) =>
        db.StaffSessions.Where(s => s.StaffId == staffId && s.EndedAt == null && s.Id != but).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), stop);

    private Task<Found?> FindAsync(long id, CancellationToken stop) => db.StaffSessions.AsNoTracking().Where(s => s.Id == id)
        .Join(db.Staff, s => s.StaffId, m => m.Id, (s, m) => new Found(s, m.Id, m.Name, m.Role, m.DismissedAt != null)).SingleOrDefaultAsync(stop);

    private static ClaimsPrincipal PrincipalOf(long staffId, long sessionId) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, staffId.ToString(CultureInfo.InvariantCulture)), new(SessionClaim, sessionId.ToString(CultureInfo.InvariantCulture))], Scheme));
}
