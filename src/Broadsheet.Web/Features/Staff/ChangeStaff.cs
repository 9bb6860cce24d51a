using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A publisher gives somebody another role, dismisses them, ends their sessions, or makes them a new link. All hold at once.</summary>
public static class ChangeStaff
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/staff/{id:long}/role", GiveRoleAsync).Needs(Right.ManageStaff);
        newsroom.MapPost("/staff/{id:long}/dismissal", DismissAsync).Needs(Right.ManageStaff);
        newsroom.MapPost("/staff/{id:long}/sessions/end", EndSessionsAsync).Needs(Right.ManageStaff);
        newsroom.MapPost("/staff/{id:long}/link", MakeLinkAsync).Needs(Right.ManageStaff);
    }

    internal static async Task<IResult> GiveRoleAsync(long id, IFormCollection sent, ShowStaff page, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (InviteStaff.RoleOf(sent["role"]) is not { } role) return await page.PageAsync(stop, [Refusal.Invalid("Choose a role.")]);
        var now = clock.UtcNow();
        await using var write = await Write.AloneAsync(db, stop);
        if (await FindAsync(db, id, stop) is not { } member) return Results.NotFound();
        if (role != Role.Publisher && await Roster.KeepsAPublisherAsync(db, member, stop) is { } refusal) return await page.PageAsync(stop, [refusal]);
        db.Audit.Add(new AuditEntry(me, "changed a role", null, $"{member.Name}: {Word(member.Role)} → {Word(role)}", now));
        member.TakeRole(role);
        await write.CommitAsync(now, stop);
        return ShowStaff.Changed("changed");
    }

    internal static async Task<IResult> DismissAsync(long id, ShowStaff page, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.AloneAsync(db, stop);
        if (await FindAsync(db, id, stop) is not { } member) return Results.NotFound();
        if (await Roster.KeepsAPublisherAsync(db, member, stop) is { } refusal) return await page.PageAsync(stop, [refusal]);
        member.Dismiss(now);
        await Sessions.EndAllAsync(db, id, now, stop);
        await db.Invitations.Where(i => i.StaffId == id && i.UsedAt == null).ExecuteDeleteAsync(stop);
        db.Audit.Add(new AuditEntry(me, "dismissed", null, member.Name, now));
        await write.CommitAsync(now, stop);
        return ShowStaff.Changed("dismissed");
    }

    internal static async Task<IResult> EndSessionsAsync(long id, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.AloneAsync(db, stop);
        if (await FindAsync(db, id, stop) is not { } member) return Results.NotFound();
        await Sessions.EndAllAsync(db, id, now, stop);
        db.Audit.Add(new AuditEntry(me, "ended sessions", null, member.Name, now));
        await write.CommitAsync(now, stop);
        return ShowStaff.Changed("ended");
    }

    internal static async Task<IResult> MakeLinkAsync(long id, ShowStaff page, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.AloneAsync(db, stop);
        if (await FindAsync(db, id, stop) is not { } member) return Results.NotFound();
        // Or the last publisher would be without a password until the link is followed.
        if (await Roster.KeepsAPublisherAsync(db, member, stop) is not null) return await page.PageAsync(stop, [Refusal.Conflict("You are the only publisher: change your password on your own page instead.")]);
        var link = await Roster.ResetAsync(db, member, me, now, stop);
        await write.CommitAsync(now, stop);
        return await page.PageAsync(stop, link: (member.Name, link));
    }

    private static Task<StaffMember?> FindAsync(NewsDb db, long id, CancellationToken stop) => db.Staff.SingleOrDefaultAsync(m => m.Id == id && m.DismissedAt == null, stop);

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
