using System.Collections.Concurrent;
using System.Text.Json;

namespace Broadsheet.Web.Layout.Languages;

/// <summary>The theme's languages. A language without phrases of its own borrows the site's, then English.</summary>
public sealed class LanguageShelf(string folder, string siteLanguage, TimeZoneInfo zone)
{
    private readonly ConcurrentDictionary<string, Language> languages = new(StringComparer.OrdinalIgnoreCase);

    public Language Site => In(siteLanguage);

    public Language In(string tag) => languages.GetOrAdd(tag, t => Load(t));

    private Language Load(string tag)
    {
        var spoken = new[] { Primary(tag), Primary(siteLanguage), "en" }.First(t => t == "en" || File.Exists(FileOf(t)));
        using var stream = File.OpenRead(FileOf(spoken));
        return new Language(tag, spoken, JsonDocument.Parse(stream).RootElement, zone);
    }

    private string FileOf(string language) => Path.Combine(folder, language + ".json");

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
