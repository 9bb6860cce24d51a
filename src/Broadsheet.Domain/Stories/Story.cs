namespace Broadsheet.Domain.Stories;

/// <summary>A developing story that articles belong to.</summary>
public sealed class Story(string name, string slug)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;
    public string Slug { get; private set; } = slug;
}
