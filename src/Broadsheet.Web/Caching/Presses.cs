using System.Collections.Concurrent;

namespace Broadsheet.Web.Caching;

/// <summary>The printings that are under way, one for each page.</summary>
public sealed class Presses
{
    private readonly ConcurrentDictionary<string, Printing> running = new();

    /// <returns>The printing of the page, and whether it is the caller who has to do it.</returns>
    public (Printing Printing, bool Mine) Join(string key, long generation)
    {
        var mine = new Printing(generation);
        var joined = running.GetOrAdd(key, mine);
        return (joined, joined == mine);
    }

    public void Leave(string key, Printing printing) => running.TryRemove(KeyValuePair.Create(key, printing));
}
