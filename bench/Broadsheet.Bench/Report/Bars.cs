using System.Globalization;
using System.Net;
using System.Text;

namespace Broadsheet.Bench.Report;

/// <summary>A drawing of bars, one a row, in colours that are told apart on a white and on a black page.</summary>
public static class Bars
{
    private const int Row = 26, Label = 300, Width = 420, Gap = 12;

    private static readonly string[] Colours = ["#1f77b4", "#d98324", "#4f9d69"];

    /// <param name="rows">Each with one value a series; null leaves the bar out.</param>
    /// <param name="mark">Where a line is drawn across, such as 1 for "as fast as".</param>
    public static string Draw(string title, string[] series, IReadOnlyList<(string Name, double?[] Values)> rows, double? mark)
    {
        var most = Math.Max(mark ?? 0, rows.SelectMany(r => r.Values).Max() ?? 1);
        var block = Row * series.Length / 2 + Gap;
        var height = 60 + rows.Count * block;
        var svg = new StringBuilder(Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Label + Width + 70} {height}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#777\"><title>{WebUtility.HtmlEncode(title)}</title>"));
        for (var at = 0; at < series.Length; at++)
            svg.Append(Text($"<rect x=\"{Label + at * 150}\" y=\"12\" width=\"12\" height=\"12\" fill=\"{Colours[at]}\"/><text x=\"{Label + at * 150 + 18}\" y=\"23\">{WebUtility.HtmlEncode(series[at])}</text>"));
        for (var at = 0; at < rows.Count; at++) DrawRow(svg, rows[at], 44 + at * block, most);
        if (mark is { } line) svg.Append(Text($"<path d=\"M{Label + line / most * Width:0.#} 36V{height - 8}\" stroke=\"#777\" stroke-dasharray=\"4 3\"/>"));
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawRow(StringBuilder svg, (string Name, double?[] Values) row, int y, double most)
    {
        svg.Append(Text($"<text x=\"{Label - 10}\" y=\"{y + Row / 2}\" text-anchor=\"end\">{WebUtility.HtmlEncode(row.Name)}</text>"));
        for (var at = 0; at < row.Values.Length; at++)
            if (row.Values[at] is { } value)
                svg.Append(Text($"<rect x=\"{Label}\" y=\"{y + at * Row / 2}\" width=\"{value / most * Width:0.#}\" height=\"{Row / 2 - 2}\" fill=\"{Colours[at]}\"/><text x=\"{Label + value / most * Width + 5:0.#}\" y=\"{y + at * Row / 2 + 10}\" font-size=\"11\">{value:0.##}</text>"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
