using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Report;

namespace Broadsheet.Bench.Speed;

/// <summary>The rounds of one workload as a table: medians, and the worst and best rate.</summary>
public static class SpeedTable
{
    public static Table Of(Dictionary<string, List<Round>> rounds)
    {
        var table = new Table("contestant", "requests/s (min–max)", "of nginx", "of bare Kestrel", "p50 ms", "p99 ms", "kB/answer", "server core", "wrk core", "wrk alone could", "CPU µs/request", "allocated B/request", "bad", "foreign");
        foreach (var (name, list) in rounds)
            table.Add(
                name, $"{Rate(list):n0} ({list.Min(r => r.Wrk.Rate):n0}–{list.Max(r => r.Wrk.Rate):n0})", Ratio(rounds, name, Names.Nginx), Ratio(rounds, name, Names.BareKestrel),
                $"{Median.Of(list, r => r.Wrk.P50):n2}", $"{Median.Of(list, r => r.Wrk.P99):n2}", $"{Median.Of(list, r => r.Wrk.Bytes / 1000.0 / Math.Max(1, r.Wrk.Requests)):n1}",
                $"{Median.Of(list, r => r.Seen.ServerBusy):n0} %", $"{Median.Of(list, r => r.Seen.ClientBusy):n0} %{(list.Any(r => r.WrkWasTheLimit) ? " (wrk is the limit)" : "")}", $"{Median.Of(list, r => r.WrkLimit):n0}/s",
                $"{Median.Of(list, r => r.CpuMicros):n1}", list[0].Allocated is null ? "" : $"{Median.Of(list, r => r.Allocated!.Value):n0}",
                $"{list.Sum(r => r.Wrk.Bad)}{(list.Any(r => r.Wrk.Laps > 0) ? ", list ended" : "")}", $"{list.Max(r => r.Seen.Foreign):n0} %");
        return table;
    }

    /// <summary>Null where the other did not take part.</summary>
    public static double? RatioOf(Dictionary<string, List<Round>> rounds, string name, string to) =>
        rounds.TryGetValue(to, out var others) ? Rate(rounds[name]) / Rate(others) : null;

    private static string Ratio(Dictionary<string, List<Round>> rounds, string name, string to) => RatioOf(rounds, name, to) is { } ratio ? $"{ratio:n2}" : "";

    private static double Rate(List<Round> list) => Median.Of(list, r => r.Wrk.Rate);
}
