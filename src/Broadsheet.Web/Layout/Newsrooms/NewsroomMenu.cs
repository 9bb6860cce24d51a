using Broadsheet.Domain.Staff;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <param name="Path">Ends with a slash.</param>
/// <param name="Right">Null: for everybody who has signed in.</param>
public sealed record MenuEntry(string Name, string Path, Right? Right);

/// <summary>What stands at the head of every newsroom page, in this order. A line shows once its page is there, to those who may open it.</summary>
public sealed class NewsroomMenu(IEnumerable<EndpointDataSource> routes)
{
    private static readonly MenuEntry[] All =
    [
        new("Board", "/newsroom/", null),
        new("Front", "/newsroom/front/", Right.ArrangeFront),
        new("Media", "/newsroom/media/", Right.AddMedia),
        new("Comments", "/newsroom/comments/", Right.Moderate),
        new("Staff", "/newsroom/staff/", Right.ManageStaff),
        new("Record", "/newsroom/audit/", Right.SeeAudit),
    ];

    private readonly Lazy<MenuEntry[]> there = new(() =>
    {
        var paths = routes.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/')).ToHashSet();
        return [.. All.Where(entry => paths.Contains(entry.Path))];
    });

    public IReadOnlyList<MenuEntry> For(SignedIn? me) => me is null ? [] : [.. there.Value.Where(entry => entry.Right is not { } right || me.May(right))];
}
