using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Servers;

namespace Broadsheet.Bench.Edits;

/// <summary>Readers at full rate on every node, for as long as edits are made.</summary>
public sealed class FullLoad(Workplace work, IReadOnlyList<Server> nodes, string paths)
{
    private readonly List<Wrk.Outcome> outcomes = [];

    public long Requests => outcomes.Sum(o => o.Requests);
    public double Rate => Requests / Math.Max(1, outcomes.Sum(o => o.Seconds) / nodes.Count);
    public long Bad => outcomes.Sum(o => o.Bad);

    /// <summary>The worst of all its rounds.</summary>
    public double P99 => outcomes.Count == 0 ? 0 : outcomes.Max(o => o.P99);

    public async Task<T> DuringAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = nodes.Select(node => ReadAsync(node, over.Token)).ToList();
        try { return await work(); }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(reading);
        }
    }

    private async Task ReadAsync(Server node, CancellationToken stop)
    {
        for (var seed = 1; !stop.IsCancellationRequested; seed++)
        {
            // The last round is read to its end: a load that is cut off tells nothing.
            var outcome = await Wrk.RunAsync(node.Base, new Wrk.Order(paths, work.Seconds, Math.Max(1, work.Connections / nodes.Count), Seed: seed), CancellationToken.None);
            lock (outcomes) outcomes.Add(outcome);
        }
    }
}
