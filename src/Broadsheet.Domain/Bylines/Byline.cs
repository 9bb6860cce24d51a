namespace Broadsheet.Domain.Bylines;

/// <summary>A credited author with a page of their own, with or without an account at the paper.</summary>
/// <param name="slug">The author's page is /authors/{slug}/.</param>
public sealed class Byline(string name, string slug)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;
    public string Slug { get; private set; } = slug;
    public string? Role { get; private set; }
    public string? About { get; private set; }

    public void Introduce(string? role, string? about) => (Role, About) = (role, about);
}
