using System.Diagnostics;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Edits;

/// <summary>What became of one edit.</summary>
/// <param name="Milliseconds">How long the call took.</param>
/// <param name="Asked">Pages asked for at once when it had returned, of all nodes.</param>
/// <param name="Stale">Those of them that were old, in words.</param>
/// <param name="UntilNew">Milliseconds from the return until the last of them was new.</param>
public sealed record Verdict(string Kind, double Milliseconds, int Asked, IReadOnlyList<string> Stale, double UntilNew);

/// <summary>Does an edit and asks every node at once for every page that it concerns.</summary>
public sealed class Judge(IReadOnlyList<string> nodes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(5);

    public async Task<Verdict> TryAsync(Edit edit, CancellationToken stop)
    {
        var pages = nodes.SelectMany(node => edit.Expected.GroupBy(e => e.Path).Select(e => (Url: node + e.Key, Expected: e.ToList()))).ToList();
        // Asked for before, so that every node has the old page in memory.
        var before = await Task.WhenAll(pages.Select(p => Answer.ToAsync(Visitor.Get(p.Url), stop)));

        var watch = Stopwatch.StartNew();
        await edit.DoAsync(stop);
        var (took, stale) = (watch.Elapsed.TotalMilliseconds, new List<string>());
        watch.Restart();
        var moments = await Task.WhenAll(pages.Select((page, at) => NewAsync(page.Url, page.Expected, before[at], watch, stale, stop)));
        return new Verdict(edit.Kind, took, pages.Count, stale, moments.Max());
    }

    /// <returns>Milliseconds until the page was new.</returns>
    private static async Task<double> NewAsync(string url, List<Expectation> expected, Answer before, Stopwatch watch, List<string> stale, CancellationToken stop)
    {
        for (var first = true; ; first = false, await Task.Delay(Pause, stop))
        {
            var answer = await Answer.ToAsync(Visitor.Get(url), stop);
            if (expected.Find(e => !e.Holds(before, answer)) is not { } broken) return watch.Elapsed.TotalMilliseconds;
            if (first) lock (stale) stale.Add($"{url} ({(int)answer.Status}) should be so: {broken.Meaning}");
            if (watch.Elapsed > Patience) return double.PositiveInfinity;
        }
    }
}
