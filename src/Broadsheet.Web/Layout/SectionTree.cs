using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Web.Layout;

/// <summary>The paper's sections, as every page shows them.</summary>
public sealed class SectionTree
{
    private readonly Dictionary<long, SectionView> views = [];
    private readonly Dictionary<string, SectionView> atPath;
    private readonly Dictionary<long, long?> parents;

    private sealed record Row(long Id, string Name, string Slug, string Path, long? ParentId);

    private static readonly Question<Row> All = new(
        "select id, name, slug, path, parent_id from section order by position", row => new Row(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.NumberOrNull(4)));

    private SectionTree(List<Row> sections)
    {
        parents = sections.ToDictionary(s => s.Id, s => s.ParentId);
        Roots = Under(null, sections);
        atPath = sections.Where(s => views.ContainsKey(s.Id)).ToDictionary(s => s.Path, s => views[s.Id]);
    }

    /// <summary>The outermost, in the editor's order; each holds those within it.</summary>
    public IReadOnlyList<SectionView> Roots { get; }

    public SectionView this[long id] => views[id];

    /// <summary>Null for a section that is no longer there.</summary>
    public string? NameOf(long id) => views.GetValueOrDefault(id)?.Name;

    /// <summary>Decoded, in the editor's order.</summary>
    public IReadOnlyCollection<string> Paths => atPath.Keys;

    /// <summary>Null when there is no section at the path.</summary>
    /// <param name="path">Decoded.</param>
    public SectionView? At(string path) => atPath.GetValueOrDefault(path);

    public static Task<SectionTree> OfAsync(ReadingRoom room, CancellationToken stop) =>
        room.RecallAsync(async db => new SectionTree(await All.AllAsync(db, stop)), Names.Sections);

    /// <summary>Null when no page has asked for them yet.</summary>
    public static SectionTree? LastKnown(ReadingRoom room) => room.Recollect<SectionTree>(Names.Sections);

    /// <summary>From the outermost section to this one.</summary>
    public IReadOnlyList<SectionView> TrailOf(long id) => parents[id] is { } parent ? [.. TrailOf(parent), views[id]] : [views[id]];

    private List<SectionView> Under(long? parent, List<Row> sections) =>
        [.. sections.Where(s => s.ParentId == parent).Select(s => views[s.Id] = new SectionView(s.Id, s.Name, s.Slug, Links.Encoded(s.Path), Under(s.Id, sections)))];
}
