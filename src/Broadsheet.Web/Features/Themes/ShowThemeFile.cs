using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Microsoft.AspNetCore.StaticFiles;

namespace Broadsheet.Web.Features.Themes;

/// <summary>The theme's own files. What has its fingerprint in the address never changes.</summary>
public static class ShowThemeFile
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet("/theme/{fingerprint:length(12)}/{name}", Asset);
        pages.MapGet("/theme/social.jpg", Picture);
        pages.MapGet("/favicon.ico", (Settings settings, Theme theme, Sources sources, CancellationToken stop) => Asset("", "favicon.svg", settings, theme, sources, stop));
    }

    /// <summary>A page from before a change of the theme asks by the old fingerprint: it gets the file as it is now, but not for ever.</summary>
    internal static async Task<IResult> Asset(string fingerprint, string name, Settings settings, Theme theme, Sources sources, CancellationToken stop)
    {
        sources.Name(Names.Theme);
        var assets = Path.Combine(settings.ThemeFolder, "assets") + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(assets, name));
        if (!file.StartsWith(assets, StringComparison.Ordinal) || !File.Exists(file)) return Results.NotFound();
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return Pages.Send(await File.ReadAllBytesAsync(file, stop), type, theme.Current.FingerprintOf(name) == fingerprint ? Pages.ForEver : Pages.Revalidated);
    }

    /// <summary>The paper's own picture, for pages that have none to be shared with.</summary>
    internal static IResult Picture(Settings settings, Sources sources)
    {
        sources.Name(Names.Theme);
        var file = Path.Combine(settings.ThemeFolder, "assets", "social.svg");
        return File.Exists(file) ? Pages.Send(Prints.Draw(file), "image/jpeg") : Results.NotFound();
    }
}
