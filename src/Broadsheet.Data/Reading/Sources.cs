namespace Broadsheet.Data.Reading;

/// <summary>What one page was made from: the names of everything that was read for it, and until when it holds.</summary>
public sealed class Sources
{
    private readonly HashSet<string> names = [];

    public IReadOnlyCollection<string> Names => names;

    /// <summary>UTC. From this moment on the page says something else though nothing was written: a new day, a slot that begins. Usually never.</summary>
    public DateTime HoldsUntil { get; private set; } = DateTime.MaxValue;

    public void Name(params IEnumerable<string> more) => names.UnionWith(more);

    public void Until(DateTime moment)
    {
        if (moment < HoldsUntil) HoldsUntil = moment;
    }
}
