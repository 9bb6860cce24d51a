using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.SigningIn;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Ends the session of the browser that asks.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/sign-out", HandleAsync);

    internal static async Task<IResult> HandleAsync(HttpContext http, SignedIn me, Sessions sessions)
    {
        await sessions.EndOwnAsync(http, me);
        return Results.Extensions.SeeOther(Door.SignInPath);
    }
}
