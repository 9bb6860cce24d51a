namespace Broadsheet.Domain.Desk;

/// <summary>Where a list of blocks differs from the one that it was made from.</summary>
/// <param name="Start">The first block of the older list that was replaced.</param>
/// <param name="End">After the last; the same as <paramref name="Start"/> where something was only added.</param>
/// <param name="Now">What stands there in the newer one.</param>
internal sealed record Hunk(int Start, int End, IReadOnlyList<string> Now)
{
    // A text of so many blocks that differ is compared as a whole: the table would take minutes.
    private const int MostBlocks = 3_000;

    /// <summary>In order, and as small as they can be: by the longest common subsequence.</summary>
    public static List<Hunk> Between(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var before = 0;
        while (before < old.Count && before < now.Count && old[before] == now[before]) before++;
        var after = 0;
        while (after < old.Count - before && after < now.Count - before && old[^(after + 1)] == now[^(after + 1)]) after++;
        var (rows, columns) = (old.Count - before - after, now.Count - before - after);
        if (rows == 0 && columns == 0) return [];
        if (rows == 0 || columns == 0 || rows > MostBlocks || columns > MostBlocks) return [new(before, before + rows, [.. now.Skip(before).Take(columns)])];
        return Walk(old, now, before, Lengths(old, now, before, rows, columns));
    }

    /// <summary>Whether two changes of one text are in each other's way. Neighbours are not; two additions at one place are.</summary>
    public bool Touches(Hunk other) =>
        Start < other.End && other.Start < End || (Start, End) == (other.Start, other.End);

    private static int[,] Lengths(IReadOnlyList<string> old, IReadOnlyList<string> now, int before, int rows, int columns)
    {
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                lengths[i, j] = old[before + i] == now[before + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    private static List<Hunk> Walk(IReadOnlyList<string> old, IReadOnlyList<string> now, int before, int[,] lengths)
    {
        var (rows, columns) = (lengths.GetLength(0) - 1, lengths.GetLength(1) - 1);
        List<Hunk> hunks = [];
        for (int i = 0, j = 0; i < rows || j < columns;)
        {
            var (fromOld, fromNow) = (i, j);
            while (i < rows || j < columns)
            {
                if (i < rows && j < columns && old[before + i] == now[before + j]) break;
                if (j == columns || i < rows && lengths[i + 1, j] >= lengths[i, j + 1]) i++;
                else j++;
            }
            if (i > fromOld || j > fromNow) hunks.Add(new(before + fromOld, before + i, [.. now.Skip(before + fromNow).Take(j - fromNow)]));
            while (i < rows && j < columns && old[before + i] == now[before + j]) (i, j) = (i + 1, j + 1);
        }
        return hunks;
    }
}
