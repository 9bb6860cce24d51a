using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A publisher sees who works here, and how to change that; the slices that do answer with this page.</summary>
public sealed class ShowStaff(NewsDb db, Seal seal, Site site, TimeProvider clock)
{
    public const string Path = Newsroom.Root + "/staff/";

    private static readonly Dictionary<string, string> Done = new()
    {
        ["changed"] = "The change is made; it holds from their next click on.", ["dismissed"] = "They are out, on every device.", ["ended"] = "Their sessions have ended.",
    };

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom
        .MapGet("/staff/", (string? done, ShowStaff page, CancellationToken stop) => page.PageAsync(stop, done: done is null ? null : Done.GetValueOrDefault(done))).Needs(Right.ManageStaff);

    public static IResult Changed(string what) => Results.Extensions.SeeOther($"{Path}?done={what}");

    /// <param name="link">A link that lets in, with the name of whom: shown this once.</param>
    public async Task<IResult> PageAsync(CancellationToken stop, IReadOnlyList<Refusal>? refused = null, string? done = null, (string Name, string Path)? link = null, InviteStaff.Form? typed = null)
    {
        var now = clock.UtcNow();
        var (unused, begun) = (now - StaffSession.LongestPause, now - StaffSession.Longest);
        var seen = await db.StaffSessions.GroupBy(s => s.StaffId).Select(of => new { Id = of.Key, Last = of.Max(s => s.SeenAt), Open = of.Count(s => s.EndedAt == null && s.SeenAt > unused && s.StartedAt > begun) }).ToDictionaryAsync(s => s.Id, stop);
        var passkeys = await db.Passkeys.GroupBy(k => k.StaffId).Select(of => new { Id = of.Key, Count = of.Count() }).ToDictionaryAsync(k => k.Id, k => k.Count, stop);
        var all = await db.Staff.AsNoTracking().OrderBy(m => m.DismissedAt != null).ThenBy(m => m.Name).ToListAsync(stop);
        var lines = all.Select(m => new StaffPage.Line(m.Id, m.Name, seal.Open(m.SealedEmail) ?? "", m.Role, m.DismissedAt, m.PasswordHash is null, m.TwoFactor, passkeys.GetValueOrDefault(m.Id), seen.GetValueOrDefault(m.Id)?.Last, seen.GetValueOrDefault(m.Id)?.Open ?? 0));
        var view = new StaffPage.View([.. lines], refused ?? [], done, link is { } made ? new(made.Name, site.Absolute(made.Path)) : null, typed ?? new(null, null, null));
        return Newsroom.Page<StaffPage>("Staff", view, refused is [{ } first, ..] ? first.Status() : 200);
    }
}
