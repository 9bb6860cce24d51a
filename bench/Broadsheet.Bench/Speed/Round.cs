using Broadsheet.Bench.Load;
using Broadsheet.Bench.Machine;

namespace Broadsheet.Bench.Speed;

/// <summary>One contestant under one workload, for some seconds.</summary>
/// <param name="CpuMicros">Of the server, a request.</param>
/// <param name="Allocated">Bytes a request; null where the server does not tell.</param>
public sealed record Round(Wrk.Outcome Wrk, Watch.Seen Seen, double CpuMicros, double? Allocated)
{
    /// <summary>How many requests a second the load generator would manage if the server took no time.</summary>
    public double WrkLimit => Wrk.Requests / Math.Max(0.01, Seen.LoadCpuSeconds);

    public bool WrkWasTheLimit => Seen is { ServerBusy: < 95, ClientBusy: > 95 };
}
