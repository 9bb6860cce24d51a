using System.Collections.Concurrent;
using Broadsheet.Data.Reading;
using Broadsheet.Web.Caching;

namespace Broadsheet.Tests.Caching;

/// <summary>A page cache, and beside it all that it was told: the judge of what it finds.</summary>
/// <param name="room">Of the cache, in bytes.</param>
internal sealed class PagesOnTrial(long room)
{
    private readonly Dictionary<string, KeptPage> told = [];
    private readonly List<string[]?> changes = [];
    private readonly ConcurrentDictionary<string, byte> paths = [];
    private readonly (long Generation, int Changes)[] begun = new (long, int)[2];

    public PageCache Cache { get; } = new(room);

    public List<KeptPage> Found => [.. paths.Keys.Select(path => Cache.Find(path, TimeProvider.System)).OfType<KeptPage>()];

    public static KeptPage Page(string[] names, int length)
    {
        var sources = new Sources();
        sources.Name(names);
        return new KeptPage(Answer(length), sources, Coding.Plain);
    }

    public static Answer Answer(int length) => new(200, "text/html; charset=utf-8", "no-cache", new byte[length]);

    /// <summary>Drawn and kept with nothing in between.</summary>
    public void Keep(string path, string[] names, int length) => Keep(path, names, length, (Cache.Generation, changes.Count));

    /// <summary>A drawing begins; what the press had begun before comes to nothing.</summary>
    public void Begin(int press) => begun[press] = (Cache.Generation, changes.Count);

    /// <summary>The drawing is done, whatever changed since it began.</summary>
    public void Finish(int press, string path, string[] names, int length) => Keep(path, names, length, begun[press]);

    public void Find(string path)
    {
        var found = Cache.Find(path, TimeProvider.System);
        if (found is not null || room == long.MaxValue) Assert.Same(told.GetValueOrDefault(path), found);
    }

    /// <summary>A reader takes it in another form, which needs room too.</summary>
    public void Pack(string path)
    {
        if (Cache.Find(path, TimeProvider.System) is { } page) Cache.FormOf(page, Coding.Gzip);
    }

    public void Drop(string[]? names)
    {
        changes.Add(names);
        Cache.Drop(names);
        foreach (var path in told.Where(kept => Touches(names, kept.Value.Names)).Select(kept => kept.Key).ToList()) told.Remove(path);
        if (names is null) Assert.Equal((0, 0L), (Cache.Count, Cache.Bytes));
    }

    public void KeepUnjudged(string path, string[] names, int length)
    {
        paths[path] = 0;
        Cache.Keep(path, Page(names, length), Cache.Generation);
    }

    /// <summary>At the end, as looking for a page marks it as read.</summary>
    public void Judge()
    {
        foreach (var path in paths.Keys) Find(path);
        Assert.Equal((Found.Count, Found.Sum(page => page.Size)), (Cache.Count, Cache.Bytes));
    }

    private void Keep(string path, string[] names, int length, (long Generation, int Changes) since)
    {
        var page = Page(names, length);
        var holds = !changes.Skip(since.Changes).Any(change => Touches(change, page.Names));
        paths[path] = 0;
        Assert.Equal(holds, Cache.Keep(path, page, since.Generation));
        Assert.InRange(Cache.Bytes, 0, room);
        if (holds) told[path] = page;
    }

    private static bool Touches(string[]? change, string[] names) => change is null || change.Intersect(names).Any();
}
