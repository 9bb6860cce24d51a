using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A publisher invites somebody, also one who was here before. The link is shown to the publisher, who hands it on.</summary>
public static class InviteStaff
{
    public sealed record Form(string? Name, string? Email, string? Role)
    {
        public static Form Read(IFormCollection sent) => new(sent["name"], sent["email"], sent["role"]);
    }

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/staff/", HandleAsync).Needs(Right.ManageStaff);

    internal static async Task<IResult> HandleAsync(IFormCollection sent, ShowStaff page, SignedIn me, NewsDb db, Seal seal, TimeProvider clock, CancellationToken stop)
    {
        var form = Form.Read(sent);
        if (RoleOf(form.Role) is not { } role) return await page.PageAsync(stop, [Refusal.Invalid("Choose a role.").At("role")], typed: form);
        var added = await Roster.AddAsync(db, seal, form.Name, form.Email, role, me, clock.UtcNow(), stop);
        return added.Refused is not null ? await page.PageAsync(stop, added.Refusals, typed: form) : await page.PageAsync(stop, link: (added.Value.Member.Name, added.Value.Link!));
    }

    internal static Role? RoleOf(string? text) => Enum.TryParse<Role>(text, ignoreCase: true, out var role) && Enum.IsDefined(role) && !text!.Any(char.IsAsciiDigit) ? role : null;
}
