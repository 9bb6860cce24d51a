using Broadsheet.Domain.Staff;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>Who may ask for an address of the newsroom. One that says nothing is for everybody who has signed in.</summary>
/// <param name="Right">Null: for anybody, also before signing in.</param>
public sealed record Needed(Right? Right);

public static class NeededExtensions
{
    /// <summary>The addresses of the newsroom: <c>routes.MapNewsroom().MapGet("/front/", …).Needs(Right.ArrangeFront)</c>.</summary>
    public static RouteGroupBuilder MapNewsroom(this IEndpointRouteBuilder routes) =>
        // The door has looked at every form already.
        routes.MapGroup(Newsroom.Root).DisableAntiforgery();

    public static T Needs<T>(this T endpoint, Right right) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new Needed(right));

    /// <summary>Also for those who have not signed in.</summary>
    public static T ForAnybody<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new Needed(Right: null));

    /// <summary>What is sent may be larger than the server's usual limit.</summary>
    public static T TakesUpTo<T>(this T endpoint, long bytes) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new Most(bytes));

    private sealed record Most(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
