using DiffPlex;

namespace Broadsheet.Web.Features.History;

/// <summary>How one list of pieces became another: stretches that stayed, went and came, in order.</summary>
internal static class Alignment
{
    /// <param name="Gone">Of the old list.</param>
    /// <param name="Come">Of the new list; both are filled where something was put in the place of something else, and <paramref name="Same"/> is empty then.</param>
    internal sealed record Stretch(IReadOnlyList<string> Same, IReadOnlyList<string> Gone, IReadOnlyList<string> Come);

    // The time grows with the product of both. Beyond this, as with a whole book that was written anew, only what stands in one of them alone is told.
    private const long MostWork = 16_000_000;

    private static readonly Differ Differ = new();

    public static List<Stretch> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (first, last) = (0, 0);
        while (first < before.Count && first < after.Count && before[first] == after[first]) first++;
        while (last < before.Count - first && last < after.Count - first && before[^(last + 1)] == after[^(last + 1)]) last++;
        List<Stretch> stretches = [];
        if (first > 0) stretches.Add(Stayed(before, 0, first));
        stretches.AddRange(Middle(Part(before, first, before.Count - last), Part(after, first, after.Count - last)));
        if (last > 0) stretches.Add(Stayed(before, before.Count - last, before.Count));
        return stretches;
    }

    private static IEnumerable<Stretch> Middle(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.Count + after.Count == 0 ? [] : (long)before.Count * after.Count <= MostWork ? Found(before, after) : Roughly(before, after);

    private static IEnumerable<Stretch> Found(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var at = 0;
        foreach (var block in Differ.CreateDiffs("a", "b", false, false, new Given(before, after)).DiffBlocks)
        {
            if (block.DeleteStartA > at) yield return Stayed(before, at, block.DeleteStartA);
            yield return new([], Part(before, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA), Part(after, block.InsertStartB, block.InsertStartB + block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        if (at < before.Count) yield return Stayed(before, at, before.Count);
    }

    private static IEnumerable<Stretch> Roughly(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (old, now) = (before.ToHashSet(), after.ToHashSet());
        yield return new([], [.. before.Where(piece => !now.Contains(piece))], [.. after.Where(piece => !old.Contains(piece))]);
    }

    private static Stretch Stayed(IReadOnlyList<string> pieces, int from, int to) => new(Part(pieces, from, to), [], []);

    private static List<string> Part(IReadOnlyList<string> pieces, int from, int to) => [.. pieces.Skip(from).Take(to - from)];

    /// <summary>The library cuts texts itself; ours are cut already. It asks for the old one first.</summary>
    private sealed class Given(IReadOnlyList<string> before, IReadOnlyList<string> after) : IChunker
    {
        private bool asked;

        public IReadOnlyList<string> Chunk(string text)
        {
            if (asked) return after;
            asked = true;
            return before;
        }
    }
}
