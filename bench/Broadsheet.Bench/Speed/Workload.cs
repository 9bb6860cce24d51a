namespace Broadsheet.Bench.Speed;

/// <summary>What readers ask for in a round.</summary>
/// <param name="Once">Each path is asked for once and no path of an earlier round again: nothing is in memory yet.</param>
/// <param name="Conditional">Readers have the page already and ask whether it changed.</param>
/// <param name="Limits">Whether the two limits stand beside it.</param>
public sealed record Workload(string Name, IReadOnlyList<string> Paths, bool Once = false, bool Conditional = false, bool Limits = true)
{
    private int taken;

    /// <summary>The paths of the next round.</summary>
    public IReadOnlyList<string> Next(int parts)
    {
        if (!Once) return Paths;
        var size = Math.Max(1, Paths.Count / parts);
        return [.. Paths.Skip(taken++ % parts * size).Take(size)];
    }
}
