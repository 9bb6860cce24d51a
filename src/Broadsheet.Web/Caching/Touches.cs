namespace Broadsheet.Web.Caching;

/// <summary>Which names were touched lately, and when: a page whose rendering began before a change that touches it must not be kept.</summary>
internal sealed class Touches
{
    // More than change while one page is drawn. When there are more, the older are forgotten, and renderings from before are not kept.
    private const int Most = 20_000;

    private readonly Dictionary<string, long> last = [];
    private long generation, knownSince;

    public long Generation => Volatile.Read(ref generation);

    /// <param name="names">Null: anything may have changed.</param>
    public void Add(IReadOnlyCollection<string>? names)
    {
        var now = generation + 1;
        if (names is null || last.Count > Most)
        {
            last.Clear();
            knownSince = now;
        }
        foreach (var name in names ?? []) last[name] = now;
        Volatile.Write(ref generation, now);
    }

    public bool None(IEnumerable<string> names, long since) =>
        since == generation || (since >= knownSince && names.All(name => !last.TryGetValue(name, out var at) || at <= since));
}
