namespace Broadsheet.Domain.Text;

/// <summary>Reads BCP-47 tags as far as word forms need them.</summary>
public static class LanguageTag
{
    /// <summary>"de" of "de-AT" or "DE_at"; empty when the tag says nothing.</summary>
    public static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }
}
