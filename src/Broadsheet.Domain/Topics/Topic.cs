namespace Broadsheet.Domain.Topics;

/// <summary>A tag that articles of any section share.</summary>
public sealed class Topic(string name, string slug)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;
    public string Slug { get; private set; } = slug;
}
