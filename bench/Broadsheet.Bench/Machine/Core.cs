namespace Broadsheet.Bench.Machine;

/// <summary>What one core of the machine has done since it started, in seconds.</summary>
public readonly record struct Core(double Busy, double Idle)
{
    public static Core Now(int number)
    {
        var ticks = File.ReadLines("/proc/stat").Single(l => l.StartsWith($"cpu{number} ")).Split(' ').Skip(1).Select(double.Parse).ToArray();
        var (busy, idle) = (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6], ticks[3] + ticks[4]);
        return new Core(busy / 100, idle / 100);
    }

    public static Core operator -(Core end, Core start) => new(end.Busy - start.Busy, end.Idle - start.Idle);

    public double Percent => 100 * Busy / Math.Max(0.01, Busy + Idle);
}
