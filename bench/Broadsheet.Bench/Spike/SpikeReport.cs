using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Report;
using Broadsheet.Bench.Speed;

namespace Broadsheet.Bench.Spike;

/// <summary>What a spike did to the readers.</summary>
internal static class SpikeReport
{
    public static void Keep(Results results, Crowd crowd, double comments, double edits, Dictionary<string, List<Round>> rounds)
    {
        var table = new Table("situation", "requests/s (min–max)", "of nginx", "p50 ms", "p99 ms", "longest ms", "server core", "wrk core", "CPU µs/request", "bad", "foreign");
        foreach (var (name, list) in rounds)
            table.Add(
                name, $"{Rate(list):n0} ({list.Min(r => r.Wrk.Rate):n0}–{list.Max(r => r.Wrk.Rate):n0})", $"{SpeedTable.RatioOf(rounds, name, Names.Nginx):n2}",
                $"{Median.Of(list, r => r.Wrk.P50):n2}", $"{Median.Of(list, r => r.Wrk.P99):n2}", $"{list.Max(r => r.Wrk.Longest):n1}",
                $"{Median.Of(list, r => r.Seen.ServerBusy):n0} %", $"{Median.Of(list, r => r.Seen.ClientBusy):n0} %", $"{Median.Of(list, r => r.CpuMicros):n1}", $"{list.Sum(r => r.Wrk.Bad)}", $"{list.Max(r => r.Seen.Foreign):n0} %");
        results.Say($"Hot article, {comments} replies and {edits} edits a second", table);
        results.Say($"{crowd.Checker.Checked:n0} answers checked ({crowd.Checker.Unchanged:n0} of them 304): **{crowd.Checker.Stale} stale**{(crowd.Checker.Example is { } example ? $" (the first: {example})" : "")}. " +
            $"{crowd.Commenters.Posted} replies taken, {crowd.Commenters.Refused} refused, {crowd.Commenters.Missing} not on the page their writer was sent to, the slowest taken in {crowd.Commenters.LongestMilliseconds:n0} ms; {crowd.Edits} edits.\n");
        results.Keep();
    }

    private static double Rate(List<Round> list) => Median.Of(list, r => r.Wrk.Rate);
}
