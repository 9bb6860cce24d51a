using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Staff;

/// <summary>One's own account.</summary>
public static class ShowAccount
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/account/", () => Newsroom.Page<AccountPage>("Your account"));
}
