using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody ends sessions of their own: a device was lost, or a browser was left signed in.</summary>
public static class EndSessions
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/account/sessions/{id:long}/end", EndAsync);
        newsroom.MapPost("/account/sessions/end-others", EndOthersAsync);
    }

    internal static async Task<IResult> EndAsync(long id, SignedIn me, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        if (await db.StaffSessions.SingleOrDefaultAsync(s => s.Id == id && s.StaffId == me.Id, stop) is not { } session) return Results.NotFound();
        session.End(now);
        db.Audit.Add(new AuditEntry(me, "ended a session", null, session.Device, now));
        await write.CommitAsync(now, stop);
        return Account.Changed("ended");
    }

    internal static async Task<IResult> EndOthersAsync(SignedIn me, Visitor visitor, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        await Sessions.EndAllAsync(db, me.Id, now, stop, but: visitor.SessionId);
        db.Audit.Add(new AuditEntry(me, "ended all other sessions", null, null, now));
        await write.CommitAsync(now, stop);
        return Account.Changed("others");
    }
}
