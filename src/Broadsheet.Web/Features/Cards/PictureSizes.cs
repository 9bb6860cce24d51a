using System.Collections.Concurrent;
using Broadsheet.Data.Reading;

namespace Broadsheet.Web.Features.Cards;

/// <summary>How large pictures are. A picture never changes, so each is asked for once.</summary>
public sealed class PictureSizes
{
    public readonly record struct Size(int Width, int Height);

    // Some megabytes.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<long, Size> known = new();

    /// <summary>Without those that there are no such pictures of.</summary>
    public async Task<Dictionary<long, Size>> OfAsync(IEnumerable<long> pictures, ReadingRoom room, CancellationToken stop)
    {
        List<long> all = [.. pictures.Distinct()], unknown = [.. all.Where(id => !known.ContainsKey(id))];
        if (unknown.Count > 0) await LearnAsync(unknown, room, stop);
        return all.Where(known.ContainsKey).ToDictionary(id => id, id => known[id]);
    }

    private async Task LearnAsync(List<long> unknown, ReadingRoom room, CancellationToken stop)
    {
        if (known.Count + unknown.Count > Most) known.Clear();
        foreach (var (id, size) in await room.AskAsync(db => Asked.AllAsync(db, stop, unknown.ToArray()))) known[id] = size;
    }

    private static readonly Question<(long Id, Size Size)> Asked = new("select id, width, height from picture where id in @p0", row => (row.GetInt64(0), new Size(row.GetInt32(1), row.GetInt32(2))));
}
