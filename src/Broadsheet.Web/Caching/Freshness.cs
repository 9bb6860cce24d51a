using Broadsheet.Data.Following;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Caching;

/// <summary>Whether what is kept is as new as what was written: by the desk and by readers, to the database, and by designers, to the theme.</summary>
public sealed class Freshness(PageCache cache, ChangeFeed feed, FolderWatch theme)
{
    /// <summary>A file of the theme was saved: whoever draws pages reads it now, before those that show the old one are dropped.</summary>
    public event Action? ThemeSaved;

    /// <summary>The pages of the theme as it was are dropped.</summary>
    public event Action? ThemeChanged;

    /// <summary>To be asked before each page is taken from memory: what was saved before the call is dropped when it returns.</summary>
    public Hearing Check()
    {
        theme.Look(Change);
        return feed.Listen();
    }

    private void Change()
    {
        ThemeSaved?.Invoke();
        cache.Drop([Names.Theme]);
        ThemeChanged?.Invoke();
    }
}
