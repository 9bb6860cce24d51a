using Broadsheet.Bench.Report;

namespace Broadsheet.Bench.Edits;

/// <summary>How edits became visible.</summary>
internal static class EditsReport
{
    public static void Keep(Results results, List<Verdict> verdicts, FullLoad load, int nodes)
    {
        var table = new Table("edit", "how many", "pages asked at once", "stale answers", "call ms, median", "call ms, p99", "until new ms, median", "until new ms, p99", "longest");
        foreach (var kind in verdicts.GroupBy(v => v.Kind).OrderBy(k => k.Key)) Add(table, kind.Key, [.. kind]);
        Add(table, "all", verdicts);
        results.Say($"{verdicts.Count:n0} edits under full load", table);
        results.Say($"Meanwhile readers asked for {load.Requests:n0} pages, {load.Rate:n0} a second of {(nodes == 1 ? "one node" : $"{nodes} nodes together")}; p99 {load.P99:n1} ms in the worst round; {load.Bad} bad answers. \"Until new\" counts from the return of the call to the arrival of the last of the pages.\n");
        foreach (var stale in verdicts.SelectMany(v => v.Stale.Select(s => $"- after \"{v.Kind}\": {s}")).Take(20)) results.Say(stale);
        results.Keep();
    }

    private static void Add(Table table, string name, List<Verdict> list) => table.Add(
        name, $"{list.Count:n0}", $"{list.Sum(v => v.Asked):n0}", $"{list.Sum(v => v.Stale.Count):n0}", $"{Median.Of(list, v => v.Milliseconds):n1}", $"{Median.At(0.99, list.Select(v => v.Milliseconds)):n1}",
        $"{Median.Of(list, v => v.UntilNew):n1}", $"{Median.At(0.99, list.Select(v => v.UntilNew)):n1}", $"{list.Max(v => v.UntilNew):n1}");
}
