using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody follows a link that lets in once: a new colleague, one who lost their password, or the first publisher, who also says who they are.</summary>
public static class Welcome
{
    private const string Title = "Welcome", Spent = "This link was used already, or it is too old. Ask a publisher for a new one; on the machine itself, “broadsheet staff reset” prints one.";

    public sealed record Form(string? Token, string? Name, string? Email, string? Password)
    {
        public static Form Read(IFormCollection sent) => new(sent["invitation"], sent["name"], sent["email"], sent["password"]);
    }

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/welcome", ShowAsync).ForAnybody();
        newsroom.MapPost("/welcome", HandleAsync).ForAnybody();
    }

    internal static async Task<IResult> ShowAsync(string? token, NewsDb db, Seal seal, TimeProvider clock, CancellationToken stop)
    {
        if (await InvitationBook.FindAsync(db, token, clock.UtcNow(), stop) is not { } invitation) return SpentPage();
        var member = await MemberOfAsync(db, invitation, stop);
        if (invitation.StaffId is not null && member is null) return SpentPage();
        return Page(invitation, new Form(token, member?.Name, member is null ? null : seal.Open(member.SealedEmail), null), []);
    }

    internal static async Task<IResult> HandleAsync(IFormCollection sent, HttpContext http, NewsDb db, Seal seal, SiteSettings paper, Credentials credentials, Sessions sessions, TimeProvider clock, CancellationToken stop)
    {
        var (form, now) = (Form.Read(sent), clock.UtcNow());
        // Before the write lock is taken: a hash takes its time.
        var fault = Password.FaultOf(form.Password, form.Name ?? "", form.Email ?? "", paper.Name);
        var hash = fault is null ? credentials.HashOf(form.Password!) : "";

        await using var write = await Write.AloneAsync(db, stop);
        if (await InvitationBook.FindAsync(db, form.Token, now, stop) is not { } invitation) return SpentPage();
        var welcomed = await TakeInAsync(db, invitation, form, seal, now, stop);
        if (welcomed is null) return SpentPage();
        List<Refusal> refusals = [.. welcomed.Refusals, .. fault is null ? Array.Empty<Refusal>() : [fault]];
        if (refusals.Count > 0) return Page(invitation, form, refusals);
        var member = welcomed.Value;
        member.TakePassword(hash);
        invitation.Use(now);
        await db.SaveChangesAsync(stop);
        db.Audit.Add(new AuditEntry(new SignedIn(member.Id, member.Name, member.Role), "chose a password", null, null, now));
        await write.CommitAsync(now, stop);
        await sessions.BeginAsync(http, member, "with an invitation");
        return Results.Extensions.SeeOther("/newsroom/");
    }

    /// <returns>Null when the link is for somebody who is not there any more.</returns>
    private static async Task<Result<StaffMember>?> TakeInAsync(NewsDb db, Invitation invitation, Form form, Seal seal, DateTime now, CancellationToken stop)
    {
        if (invitation.StaffId is null)
        {
            var first = StaffMember.Add(form.Name, form.Email, Role.Publisher, seal, now);
            if (first.Refused is null) db.Staff.Add(first.Value);
            return first;
        }
        if (await MemberOfAsync(db, invitation, stop) is not { } member) return null;
        return member.Rename(form.Name) is { } refusal ? refusal : member;
    }

    private static Task<StaffMember?> MemberOfAsync(NewsDb db, Invitation invitation, CancellationToken stop) =>
        db.Staff.SingleOrDefaultAsync(m => m.Id == invitation.StaffId && m.DismissedAt == null, stop);

    private static IResult Page(Invitation invitation, Form form, List<Refusal> refusals) =>
        Newsroom.Page<WelcomePage>(Title, new WelcomePage.View(form.Token!, invitation.StaffId is null, form.Name, form.Email, refusals), refusals.Count > 0 ? refusals[0].Status() : 200);

    private static IResult SpentPage() => Newsroom.Page<ErrorPage>("This link does not hold any more", new ErrorPage.View("This link does not hold any more", Spent, Door.SignInPath, "Sign in"), 410);
}
