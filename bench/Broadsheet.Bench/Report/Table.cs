namespace Broadsheet.Bench.Report;

/// <summary>A table in Markdown that can be read without being rendered.</summary>
public sealed class Table(params string[] heads)
{
    private readonly List<string[]> rows = [heads];

    public void Add(params string[] cells) => rows.Add(cells);

    public override string ToString()
    {
        var widths = heads.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();
        var lines = rows.Select(row => "| " + string.Join(" | ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |").ToList();
        lines.Insert(1, "|" + string.Join("|", widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")) + "|");
        return string.Join('\n', lines) + "\n";
    }
}
