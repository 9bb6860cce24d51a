using System.Collections.Concurrent;

namespace Broadsheet.Web.Caching;

/// <summary>
/// The pages that readers have asked for, kept until something changes that they were made from. Memory is bounded: the coldest leave first,
/// by SIEVE (Zhang and others, NSDI 2024): a hit only sets a mark, and one pass of a crawler does not drive out what people read.
/// </summary>
/// <param name="mostBytes">Of all pages together, in every form.</param>
public sealed class PageCache(long mostBytes)
{
    private readonly ConcurrentDictionary<string, KeptPage> pages = new();
    private readonly Dictionary<string, Chain> chains = [];
    private readonly Touches touches = new();
    private readonly Lock changing = new();
    private KeptPage? newest, oldest, hand;
    private long bytes;

    public int Count => pages.Count;

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Grows with every change that was told; a rendering remembers it from before its first question.</summary>
    public long Generation => touches.Generation;

    /// <summary>Null when the page is not kept, or holds no longer.</summary>
    public KeptPage? Find(ReadOnlySpan<char> key, TimeProvider clock)
    {
        if (!pages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var page)) return null;
        if (page.HoldsUntil != DateTime.MaxValue && page.HoldsUntil <= clock.GetUtcNow().UtcDateTime) return null;
        if (!page.Visited) page.Visited = true;
        return page;
    }

    /// <summary>Whether nothing that the page was made from has changed since that generation.</summary>
    public bool IsUntouched(KeptPage page, long since)
    {
        lock (changing) return touches.None(page.Names, since);
    }

    /// <summary>Keeps the page, unless something it was made from has changed since its rendering began.</summary>
    public bool Keep(string key, KeptPage page, long since)
    {
        lock (changing)
        {
            if (!touches.None(page.Names, since)) return false;
            if (pages.TryGetValue(key, out var former)) Remove(former);
            page.Key = key;
            page.Hooks = [.. page.Names.Select(name => ChainOf(name).Add(page))];
            (page.Older, newest) = (newest, page);
            if (page.Older is not null) page.Older.Newer = page;
            oldest ??= page;
            pages[key] = page;
            Weigh(page);
            return true;
        }
    }

    /// <summary>The page as a reader takes it; a form that is made now counts too.</summary>
    public KeptPage.Form FormOf(KeptPage page, Coding accepted)
    {
        var form = page.In(accepted);
        if (page.Size != page.Counted) Recount(page);
        return form;
    }

    /// <summary>Drops exactly the pages that hang on one of the names; every page when the names are not known (null).</summary>
    public void Drop(IReadOnlyCollection<string>? names)
    {
        lock (changing)
        {
            touches.Add(names);
            if (names is null)
                while (oldest is not null) Remove(oldest);
            else
                foreach (var name in names)
                    while (chains.TryGetValue(name, out var chain) && chain.First is { } hook) Remove(hook.Page);
        }
    }

    private void Recount(KeptPage page)
    {
        lock (changing)
            if (pages.TryGetValue(page.Key, out var kept) && kept == page) Weigh(page);
    }

    private void Weigh(KeptPage page)
    {
        // Read once: another form may be made meanwhile, and is counted by whoever makes it.
        var size = page.Size;
        bytes += size - page.Counted;
        page.Counted = size;
        while (bytes > mostBytes && oldest is not null) Remove(Coldest());
    }

    private Chain ChainOf(string name)
    {
        if (!chains.TryGetValue(name, out var chain)) chains[name] = chain = new Chain(name);
        return chain;
    }

    // From the hand on towards the newer ones: a page that was asked for since the hand came by last loses its mark, one that was not leaves.
    private KeptPage Coldest()
    {
        var at = hand ?? oldest!;
        while (at.Visited)
        {
            at.Visited = false;
            at = at.Newer ?? oldest!;
        }
        hand = at.Newer;
        return at;
    }

    private void Remove(KeptPage page)
    {
        pages.TryRemove(page.Key, out _);
        foreach (var hook in page.Hooks)
        {
            hook.Chain.Remove(hook);
            if (hook.Chain.First is null) chains.Remove(hook.Chain.Name);
        }
        page.Hooks = [];
        if (hand == page) hand = page.Newer;
        if (page.Newer is null) newest = page.Older; else page.Newer.Older = page.Older;
        if (page.Older is null) oldest = page.Newer; else page.Older.Newer = page.Newer;
        bytes -= page.Counted;
        page.Counted = 0;
    }
}
