namespace Broadsheet.Domain.Addresses;

/// <summary>A path the site answers for an article: the current one, or an older one that redirects to it.</summary>
/// <param name="path">Decoded, NFC, with a leading slash; never given to another article while this one holds it.</param>
public sealed class Address(string path, long articleId)
{
    public long Id { get; private set; }
    public string Path { get; private set; } = path;
    public long ArticleId { get; private set; } = articleId;
}
