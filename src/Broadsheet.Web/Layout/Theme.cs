using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Layout;

/// <summary>The reader's pages as a designer wrote them. A changed file is seen at the next page; nothing is compiled or restarted.</summary>
public sealed class Theme
{
    private readonly Settings settings;
    private readonly ILogger<Theme> log;
    private readonly Lock changing = new();
    private ThemeEdition edition;
    private string seen;

    /// <exception cref="OperatorMistake">There is no such theme, or a template of it does not parse.</exception>
    public Theme(Settings settings, ILogger<Theme> log)
    {
        (this.settings, this.log) = (settings, log);
        if (!File.Exists(Path.Combine(settings.ThemeFolder, "layout.liquid"))) throw new OperatorMistake($"there is no theme in {settings.ThemeFolder} (Theme:Folder)");
        seen = FolderWatch.SignOf(settings.ThemeFolder);
        try { edition = Load(); }
        catch (ThemeFault fault) { throw new OperatorMistake(fault.Message); }
    }

    /// <summary>The theme as its files were when the request began.</summary>
    public ThemeEdition Current => edition;

    /// <summary>Every request looks first whether a designer has saved a file.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<Theme>().Look();
        return next(http);
    });

    /// <exception cref="ThemeFault">A changed template does not parse, and the paper is not yet public. A public one keeps the last good theme and logs the fault.</exception>
    private void Look()
    {
        var sign = FolderWatch.SignOf(settings.ThemeFolder);
        if (sign == seen) return;
        lock (changing)
            if (sign != seen) Change(sign);
    }

    private void Change(string sign)
    {
        try { edition = Load(); }
        catch (ThemeFault fault) when (settings.Site.Url is not null) { log.LogError("{Fault}", fault.Message); }
        seen = sign;
    }

    private ThemeEdition Load() => new(settings.ThemeFolder, settings.Site.Language, settings.Site.Zone);
}

/// <summary>A mistake in a template, told to the designer with the template's name and the line.</summary>
public sealed class ThemeFault(string message) : Exception(message);
