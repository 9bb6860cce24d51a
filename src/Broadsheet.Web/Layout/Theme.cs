using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Layout;

/// <summary>The reader's pages as a designer wrote them. A changed file is seen at the next page; nothing is compiled or restarted.</summary>
public sealed class Theme
{
    private readonly Settings settings;
    private readonly ILogger<Theme> log;
    private volatile ThemeEdition edition;
    private volatile string? mistake;

    /// <exception cref="OperatorMistake">A template does not parse.</exception>
    public Theme(Settings settings, ILogger<Theme> log)
    {
        (this.settings, this.log) = (settings, log);
        try { edition = Load(); }
        catch (ThemeFault fault) { throw new OperatorMistake(fault.Message); }
    }

    /// <exception cref="OperatorMistake">There is no theme in it.</exception>
    public static string FolderOf(Settings settings) => File.Exists(Path.Combine(settings.ThemeFolder, "layout.liquid"))
        ? settings.ThemeFolder : throw new OperatorMistake($"there is no theme in {settings.ThemeFolder} (Theme:Folder)");

    /// <summary>The theme as its files were when one was last saved.</summary>
    /// <exception cref="ThemeFault">A template that was saved does not parse, and the paper is not yet public. A public one keeps the last good theme and logs the fault.</exception>
    public ThemeEdition Current => mistake is null ? edition : throw new ThemeFault(mistake);

    /// <summary>A file was saved.</summary>
    public void ReadAgain()
    {
        try { (edition, mistake) = (Load(), null); }
        catch (Exception fault) when (fault is ThemeFault or IOException or UnauthorizedAccessException)
        {
            if (settings.Site.Url is null) mistake = fault.Message;
            else log.LogError("{Fault}", fault.Message);
        }
    }

    private ThemeEdition Load() => new(settings.ThemeFolder, settings.Site.Language, settings.Site.Zone);
}

/// <summary>A mistake in a template, told to the designer with the template's name and the line.</summary>
public sealed class ThemeFault(string message) : Exception(message);
