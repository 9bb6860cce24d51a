namespace Broadsheet.Domain.Sections;

/// <summary>A part of the paper. Sections nest; every article has one.</summary>
/// <param name="path">Decoded, as "/sport/" or "/sport/rowing/".</param>
/// <param name="position">The order in the navigation, lowest first.</param>
public sealed class Section(string name, string slug, string path, long? parentId, int position)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;
    public string Slug { get; private set; } = slug;
    public string Path { get; private set; } = path;
    public long? ParentId { get; private set; } = parentId;
    public int Position { get; private set; } = position;
}
