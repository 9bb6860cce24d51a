namespace Broadsheet.Web.Caching;

/// <summary>
/// For how long a cache in front of the paper may keep a page: as long as the page holds, because it is told when the page changes.
/// Browsers are not told, and ask each time; so this has a header of its own (RFC 9213).
/// </summary>
/// <param name="longest">Should a cache have been forgotten, it asks again after this time.</param>
/// <param name="fields">The headers that the caches in front read; empty when there is none.</param>
public sealed class EdgeTerms(TimeProvider clock, TimeSpan longest, IReadOnlyCollection<string> fields)
{
    public const string Standard = "CDN-Cache-Control", Older = "Surrogate-Control";

    // When nobody answers behind the cache, what it has is better than nothing: a week.
    private const int WhenDown = 7 * 24 * 3600;

    // A page that hangs on more than a cache takes as one header (Varnish: 8 kB) is not kept there: it could not be told to drop it.
    private const int LongestKey = 7000;

    /// <summary>Whether what is said of the page is the same at any time.</summary>
    public bool IsSteady(KeptPage page) => fields.Count == 0 || page.HoldsUntil == DateTime.MaxValue;

    public void Add(IHeaderDictionary headers, KeptPage page)
    {
        foreach (var (name, value) in Of(page)) headers[name] = value;
    }

    /// <summary>Nothing for a page that no cache may keep.</summary>
    public IEnumerable<(string Name, string Value)> Of(KeptPage page)
    {
        if (fields.Count == 0 || page.CacheControl == "no-store" || page.SurrogateKey.Length is 0 or > LongestKey || Seconds(page) is not (> 0 and var seconds)) return [];
        return fields.Select(field => (field, $"max-age={seconds}, stale-if-error={WhenDown}"));
    }

    private long Seconds(KeptPage page) =>
        (long)Math.Min(longest.TotalSeconds, page.HoldsUntil == DateTime.MaxValue ? double.MaxValue : (page.HoldsUntil - clock.GetUtcNow().UtcDateTime).TotalSeconds);
}
