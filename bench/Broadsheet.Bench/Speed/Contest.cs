using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Machine;
using Broadsheet.Bench.Servers;

namespace Broadsheet.Bench.Speed;

/// <summary>Rounds of several contestants in turn, the order turned about in every other one; a disturbed round is repeated.</summary>
public sealed class Contest(Workplace work)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(3);

    /// <returns>The rounds of each contestant that counted.</returns>
    public async Task<Dictionary<string, List<Round>>> RunAsync(Workload workload, IReadOnlyList<Server> contestants, CancellationToken stop)
    {
        var rounds = contestants.ToDictionary(c => c.Name, _ => new List<Round>());
        foreach (var contestant in contestants) await OneAsync(workload, contestant, work.WarmUp, stop);
        for (var number = 0; number < work.Rounds; number++)
            foreach (var contestant in number % 2 == 0 ? contestants : contestants.Reverse())
                rounds[contestant.Name].Add(await UndisturbedAsync(workload, contestant, number, stop));
        return rounds;
    }

    private async Task<Round> UndisturbedAsync(Workload workload, Server contestant, int number, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            var round = await OneAsync(workload, contestant, work.Seconds, stop);
            var kept = round.Seen.Foreign <= work.Foreign || attempt == Workplace.Retries;
            Console.Error.WriteLine($"{workload.Name}, round {number + 1}, {contestant.Name}: {round.Wrk.Rate:n0}/s, p99 {round.Wrk.P99:n2} ms, cores {round.Seen.ServerBusy:n0} % and {round.Seen.ClientBusy:n0} %, foreign {round.Seen.Foreign:n0} %{(kept ? "" : ": thrown away")}");
            if (kept) return round;
            await Task.Delay(Breath, stop);
        }
    }

    /// <summary>One round, disturbed or not.</summary>
    public async Task<Round> OneAsync(Workload workload, Server contestant, int seconds, CancellationToken stop)
    {
        var ours = contestant.Name == Names.Broadsheet;
        var paths = workload.Next(work.Rounds + Workplace.Retries + 1).Select(p => ours ? p : SavedPages.At(p)).ToList();
        var file = Path.Combine(work.Folder, "asked.txt");
        await File.WriteAllLinesAsync(file, paths, stop);
        var order = new Wrk.Order(file, seconds, work.Connections, workload.Once, workload.Conditional ? await ETagAsync(contestant.Base + paths[0], stop) : null);

        var (watch, cpu, allocated) = (new Watch(Server.Running), ProcessUse.CpuSeconds(contestant.Pid), contestant.Allocated());
        var outcome = await Wrk.RunAsync(contestant.Base, order, stop);
        var seen = watch.Look();
        await RestAsync(contestant, stop);
        return new Round(outcome, seen, (ProcessUse.CpuSeconds(contestant.Pid) - cpu) * 1e6 / Math.Max(1, outcome.Requests), (contestant.Allocated() - allocated) / (double)Math.Max(1, outcome.Requests));
    }

    // What wrk no longer waits for is still worked at: the next contestant must not pay for it.
    private static async Task RestAsync(Server contestant, CancellationToken stop)
    {
        for (var (before, tries) = (-1.0, 0); tries < 50 && ProcessUse.CpuSeconds(contestant.Pid) is var now && now > before; tries++)
        {
            before = now;
            await Task.Delay(200, stop);
        }
    }

    private static async Task<string?> ETagAsync(string url, CancellationToken stop)
    {
        using var answer = await Visitor.Http.SendAsync(Visitor.Get(url), stop);
        return answer.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null;
    }
}
