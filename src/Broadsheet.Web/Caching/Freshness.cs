using Broadsheet.Data.Following;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Caching;

/// <summary>Whether what is kept is as new as what was written: by the desk and by readers, to the database, and by designers, to the theme.</summary>
public sealed class Freshness(PageCache cache, ChangeFeed feed, FolderWatch theme)
{
    private Action drop = () => cache.Drop([Names.Theme]);

    /// <summary>Called once the pages of the theme as it was are dropped.</summary>
    public void WhenThemeIsSaved(Action then) => drop += then;

    /// <summary>To be asked before each page is taken from memory: what was saved before the call is dropped when it returns.</summary>
    public Hearing Check()
    {
        theme.Look(drop);
        return feed.Listen();
    }
}
