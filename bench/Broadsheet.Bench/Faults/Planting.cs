using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>Some of every kind of fault, ready to be put into an export.</summary>
public sealed class Planting
{
    private const double CutAt = 0.8;

    private static readonly Kind[] Kinds = [.. BrokenText.Kinds, .. Twice.Kinds, .. Lost.Kinds, .. OddValues.Kinds, .. Private.Kinds];

    // What comes after the cut is a field that nobody reads.
    private static readonly Kind CutOff = new("file that is cut off", Part.Faults, ["end"], seed => new(seed.Post() with { Meta = [("notes", new string('n', 8_000))] }) { Words = [seed.Sound] });

    private readonly OldPaper paper;
    private readonly int posts;
    private readonly bool cut;
    private readonly List<(Kind Kind, Plant Plant)> planted;

    /// <param name="cut">The file ends within its last item.</param>
    public Planting(OldPaper paper, int posts, bool cut)
    {
        (this.paper, this.posts, this.cut) = (paper, posts, cut);
        var ofEach = Math.Clamp(posts / 2_000, 3, 25);
        var kinds = Enumerable.Repeat(Kinds, ofEach).SelectMany(all => all).Concat(cut ? [CutOff] : []);
        planted = [.. kinds.Select((kind, number) => (kind, kind.Make(new Seed(number, paper.LastId, paper.Prose))))];
    }

    public PlantedFile WriteTo(string path)
    {
        var writer = new ExportWriter(paper, posts, [.. planted.Select(p => p.Plant)]);
        writer.WriteTo(path, cut ? CutAt : null);
        var file = new PlantedFile(writer.Totals.Counts, [.. planted.Select((p, at) => Planted.Of(p.Kind, p.Plant, writer.Lines[at]))]);
        file.WriteBeside(path);
        return file;
    }
}
