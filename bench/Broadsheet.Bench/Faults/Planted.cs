using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>A fault that stands in an export: what the report must say of it, and what readers must find or must never find.</summary>
/// <param name="About">What is said of it holds one of these; empty: whatever is said.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Who">By what else the report may name it.</param>
/// <param name="Canary">A word that no reader may find; null: none.</param>
public sealed record Planted(string Kind, Part Part, string[] About, int Line, string Who, IReadOnlyList<Sight> Sights, string? Canary)
{
    public static Planted Of(Kind kind, Plant plant, int line) => new(kind.Name, kind.Part, kind.About, line, plant.Who, [.. Sight.Of(plant)], plant.Canary);

    public override string ToString() => $"{Kind}, line {Line} ({Who})";
}

/// <param name="Address">Below the site's root; it may redirect.</param>
/// <param name="Words">What the page there must show.</param>
public sealed record Sight(string Address, IReadOnlyList<string> Words)
{
    public static IEnumerable<Sight> Of(Plant plant) => plant.Words.Count == 0 ? [] : plant.Items.Distinct().Select(item =>
        new Sight(plant.ByNumber ? $"/?p={item.Id}" : item.Link[OldPaper.Site.Length..], plant.Words));
}
