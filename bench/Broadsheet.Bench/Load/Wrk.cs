using System.Diagnostics;
using System.Text.Json;

namespace Broadsheet.Bench.Load;

/// <summary>The load generator, on the bench's own core.</summary>
public static class Wrk
{
    /// <param name="P50">Milliseconds, as <paramref name="P99"/> and <paramref name="Longest"/>.</param>
    /// <param name="Laps">How often a list that is to be asked once was at its end and began anew.</param>
    /// <param name="Bad">Answers with a status above 399, and connections that broke.</param>
    public sealed record Outcome(long Requests, double Seconds, long Bytes, double P50, double P99, double Longest, int Laps, long Bad)
    {
        public double Rate => Requests / Seconds;
    }

    /// <param name="paths">A file with the paths to ask for, one a line.</param>
    public sealed record Order(string Paths, int Seconds, int Connections, bool Once = false, string? ETag = null, int Seed = 1);

    public static async Task<Outcome> RunAsync(string url, Order order, CancellationToken stop)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Load", "ask.lua");
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{order.Connections}", $"-d{order.Seconds}s", "--timeout", "20s", "-s", script, url + "/"]) { RedirectStandardOutput = true };
        (start.Environment["ASK_PATHS"], start.Environment["ASK_SEED"], start.Environment["ASK_ORDER"]) = (order.Paths, $"{order.Seed}", order.Once ? "once" : "random");
        if (order.ETag is not null) start.Environment["ASK_ETAG"] = order.ETag;
        using var wrk = Process.Start(start)!;
        try { return Read(await wrk.StandardOutput.ReadToEndAsync(stop)); }
        finally { await EndAsync(wrk); }
    }

    private static Outcome Read(string said)
    {
        var line = said.Split('\n').FirstOrDefault(l => l.StartsWith("JSON ")) ?? throw new InvalidOperationException("wrk failed:\n" + said);
        return JsonSerializer.Deserialize<Outcome>(line[5..])!;
    }

    private static Task EndAsync(Process wrk)
    {
        if (!wrk.HasExited) wrk.WaitForExit(1_000);
        if (!wrk.HasExited) wrk.Kill();
        return wrk.WaitForExitAsync();
    }
}
