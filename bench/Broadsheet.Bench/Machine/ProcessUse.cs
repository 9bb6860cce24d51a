namespace Broadsheet.Bench.Machine;

/// <summary>What a process and its children have used, as the kernel counts it.</summary>
public static class ProcessUse
{
    private const double TicksPerSecond = 100;

    public static double CpuSeconds(int pid) => WithChildren(pid).Sum(p => Stat(p) is { } s ? (s[11] + s[12]) / TicksPerSecond : 0);

    /// <summary>Of this process, and of its children that have ended.</summary>
    public static (double Own, double Children) Self() => Stat(Environment.ProcessId) is { } s ? ((s[11] + s[12]) / TicksPerSecond, (s[13] + s[14]) / TicksPerSecond) : default;

    /// <summary>Memory that is the process's own, plus its share of what it shares (PSS).</summary>
    public static double MegabytesOf(int pid) => WithChildren(pid).Sum(p =>
        File.ReadLines($"/proc/{p}/smaps_rollup").Where(l => l.StartsWith("Pss:")).Sum(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]))) / 1024;

    /// <summary>The most memory that it has had at once, of its own and shared; 0 when it has ended.</summary>
    public static double PeakMegabytesOf(int pid) => Read($"/proc/{pid}/status").Split('\n').Where(l => l.StartsWith("VmHWM:")).Sum(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])) / 1024;

    private static IEnumerable<int> WithChildren(int pid)
    {
        yield return pid;
        foreach (var child in Read($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var one in WithChildren(int.Parse(child))) yield return one;
    }

    // The fields after the name, which may hold spaces itself; null for a process that has ended.
    private static long[]? Stat(int pid)
    {
        var text = Read($"/proc/{pid}/stat");
        return text.Length == 0 ? null : [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(f => long.TryParse(f, out var number) ? number : 0)];
    }

    private static string Read(string file)
    {
        try { return File.ReadAllText(file); }
        catch (IOException) { return ""; }
    }
}
