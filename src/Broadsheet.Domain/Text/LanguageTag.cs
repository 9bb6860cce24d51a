using System.Globalization;

namespace Broadsheet.Domain.Text;

/// <summary>Reads BCP-47 tags as far as word forms need them.</summary>
public static class LanguageTag
{
    private static readonly HashSet<string> All = [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Select(c => c.Name.ToLowerInvariant()).Where(name => name.Length > 0)];

    /// <summary>Whether it names a language that is known here: "en", "de-AT", "hi".</summary>
    public static bool IsKnown(string tag) => All.Contains(tag.ToLowerInvariant());

    /// <summary>"de" of "de-AT" or "DE_at"; empty when the tag says nothing.</summary>
    public static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }
}
