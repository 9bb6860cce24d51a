namespace Broadsheet.Domain.Related;

/// <summary>What "Read also" has to know of an article; nothing of it is kept but numbers.</summary>
/// <param name="Text">The body as plain text.</param>
/// <param name="PublishedAt">UTC; null where nobody knows.</param>
/// <param name="Language">A BCP-47 tag. Regions do not part articles: en-GB stands beside en-US.</param>
/// <param name="Topics">Names or slugs, as long as they are the same ones everywhere.</param>
public sealed record RelatedArticle(
    long Id,
    string Headline,
    string Text,
    string Language,
    DateTime? PublishedAt = null,
    long? StoryId = null,
    IReadOnlyCollection<string>? Topics = null);
