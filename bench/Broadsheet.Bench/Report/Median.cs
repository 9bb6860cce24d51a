namespace Broadsheet.Bench.Report;

public static class Median
{
    public static double Of<T>(IEnumerable<T> rows, Func<T, double> value) => At(0.5, rows.Select(value));

    /// <param name="part">0.99 for the value that 99 of 100 do not exceed. 0 when there are no values.</param>
    public static double At(double part, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return 0;
        if (part == 0.5 && sorted.Count % 2 == 0) return (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
        return sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
    }
}
