using Broadsheet.Web.Caching;

namespace Broadsheet.Web.Layout;

public static class MapPagesExtension
{
    /// <summary>For addresses whose pages are the same for every reader, so that they may be kept in memory.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("");
        ServeKept.MayKeep(pages);
        return pages;
    }
}
