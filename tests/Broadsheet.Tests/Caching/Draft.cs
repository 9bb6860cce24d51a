namespace Broadsheet.Tests.Caching;

/// <summary>An article as it lies on a writer's desk, to be altered and handed in again.</summary>
/// <param name="Fields">Front matter beyond headline, section and slug.</param>
public sealed record Draft(string Headline, string Section, string Slug, string Body, IReadOnlyDictionary<string, string> Fields)
{
    public Draft(string headline, string section, string slug, string body) : this(headline, section, slug, body, new Dictionary<string, string>()) { }

    public string Path => $"/{Section}/{Slug}/";

    public string[] Lines => [$"slug: {Slug}", .. Fields.Select(f => $"{f.Key}: {f.Value}")];

    public Draft With(string field, string value) => this with { Fields = new Dictionary<string, string>(Fields) { [field] = value } };

    public Draft Without(string field) => this with { Fields = Fields.Where(f => f.Key != field).ToDictionary() };

    public Draft WithPicture(string file, string caption = "Seen from the quay") => With("picture", $"\n  file: {file}\n  alt: A view\n  caption: {caption}");
}
