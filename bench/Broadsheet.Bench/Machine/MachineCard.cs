using System.Runtime.InteropServices;

namespace Broadsheet.Bench.Machine;

/// <summary>On what was measured, and when.</summary>
public static class MachineCard
{
    public static string Line()
    {
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name"))?.Split(':', 2)[1].Trim() ?? "unknown processor";
        var cores = File.ReadLines("/proc/cpuinfo").Count(l => l.StartsWith("processor"));
        var kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();
        return $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {cpu}, {cores} cores, Linux {kernel}, {RuntimeInformation.FrameworkDescription}";
    }
}
