using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Layout;

/// <summary>The paper's sections, as every page shows them.</summary>
public sealed class SectionTree
{
    private readonly Dictionary<long, SectionView> views = [];
    private readonly Dictionary<long, long?> parents;

    private SectionTree(List<Section> sections)
    {
        parents = sections.ToDictionary(s => s.Id, s => s.ParentId);
        Roots = Under(null, sections);
    }

    /// <summary>The outermost, in the editor's order; each holds those within it.</summary>
    public IReadOnlyList<SectionView> Roots { get; }

    public SectionView this[long id] => views[id];

    public static Task<SectionTree> OfAsync(ReadingRoom room, CancellationToken stop) =>
        room.RecallAsync(async db => new SectionTree(await db.Sections.OrderBy(s => s.Position).ToListAsync(stop)), Names.Sections);

    /// <summary>Null when no page has asked for them yet.</summary>
    public static SectionTree? LastKnown(ReadingRoom room) => room.Recollect<SectionTree>(Names.Sections);

    /// <summary>From the outermost section to this one.</summary>
    public IReadOnlyList<SectionView> TrailOf(long id) => parents[id] is { } parent ? [.. TrailOf(parent), views[id]] : [views[id]];

    private List<SectionView> Under(long? parent, List<Section> sections) =>
        [.. sections.Where(s => s.ParentId == parent).Select(s => views[s.Id] = new SectionView(s.Id, s.Name, s.Slug, Links.Encoded(s.Path), Under(s.Id, sections)))];
}
