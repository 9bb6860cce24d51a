namespace Broadsheet.Web.Caching;

/// <summary>One page hanging on one name: a link in the name's chain of pages, so that a page leaves all its chains without a search.</summary>
internal sealed class Hook(KeptPage page, Chain chain)
{
    public KeptPage Page { get; } = page;
    public Chain Chain { get; } = chain;
    public Hook? Next { get; set; }
    public Hook? Previous { get; set; }
}

/// <summary>All pages that hang on one name.</summary>
internal sealed class Chain(string name)
{
    public string Name { get; } = name;
    public Hook? First { get; private set; }

    public Hook Add(KeptPage page)
    {
        var hook = new Hook(page, this) { Next = First };
        if (First is not null) First.Previous = hook;
        return First = hook;
    }

    public void Remove(Hook hook)
    {
        if (hook.Previous is null) First = hook.Next;
        else hook.Previous.Next = hook.Next;
        if (hook.Next is not null) hook.Next.Previous = hook.Previous;
    }
}
