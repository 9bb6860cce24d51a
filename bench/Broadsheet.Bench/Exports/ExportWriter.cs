using System.Text;

namespace Broadsheet.Bench.Exports;

/// <summary>Writes a paper's export from its first line to its last, with what is planted in it spread evenly over the file.</summary>
public sealed class ExportWriter(OldPaper paper, int posts, IReadOnlyList<Plant> plants)
{
    private readonly ItemXml xml = new();

    /// <summary>Of each plant, in their order.</summary>
    public int[] Lines { get; } = new int[plants.Count];

    public Totals Totals { get; } = new();

    /// <param name="cutAt">How much of the last plant's text the file still holds, from 0 to 1; null: the file is whole.</param>
    /// <returns>How many bytes the export has when it is not gzipped.</returns>
    public long WriteTo(string path, double? cutAt = null)
    {
        using var file = new ExportFile(path);
        file.Write(HeadXml.Of(paper.Cast));
        WriteHeads(file);
        // What is cut off comes last.
        var (written, planted, between) = (0, 0, cutAt is null ? plants.Count : plants.Count - 1);
        foreach (var item in paper.Items())
        {
            file.Write(xml.Of(item));
            Totals.Add(item);
            if (item.Type != "post") continue;
            for (var due = (long)between * ++written / posts; planted < due; planted++) Write(file, planted, null);
        }
        if (cutAt is not null) Write(file, planted, cutAt);
        else file.Write(HeadXml.End);
        return file.Length;
    }

    private void WriteHeads(ExportFile file)
    {
        foreach (var (at, plant) in plants.Index())
        {
            if (plant.Head.Length == 0) continue;
            Lines[at] = file.Line;
            file.Write(plant.Head);
        }
    }

    private void Write(ExportFile file, int number, double? cutAt)
    {
        var plant = plants[number];
        foreach (var item in plant.Items)
        {
            var text = xml.Of(item);
            var culprit = ReferenceEquals(item, plant.Culprit);
            if (culprit && plant.Head.Length == 0) Lines[number] = file.Line;
            if (culprit) text = plant.Break(text);
            if (cutAt is { } part) text = text[..(int)(text.Length * part)];
            file.Write(text, culprit ? plant.Encoding : Encoding.UTF8);
        }
        // The same item twice is one.
        foreach (var item in plant.Items.Distinct()) Totals.Add(item);
    }
}
