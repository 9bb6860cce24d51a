using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Broadsheet.Web.Layout.Languages;
using Fluid;
using Fluid.Values;

namespace Broadsheet.Web.Layout;

/// <summary>All files of a theme at one moment: parsed templates, languages, and the fingerprints of its assets.</summary>
public sealed partial class ThemeEdition
{
    // Deep enough for threads; a template that includes itself without end is stopped.
    private const int MostNested = 100;

    private static readonly FluidParser Parser = new();

    // Letters of every script as they are; only what has a meaning in HTML is written otherwise.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Dictionary<string, IFluidTemplate> templates;
    private readonly Dictionary<string, string> assets;
    private readonly TemplateOptions options;

    /// <exception cref="ThemeFault">A template does not parse.</exception>
    public ThemeEdition(string folder, string siteLanguage, TimeZoneInfo zone)
    {
        var texts = Directory.GetFiles(folder, "*.liquid").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        templates = texts.ToDictionary(t => Path.GetFileNameWithoutExtension(t.Key), t => Parse(t.Key, t.Value));
        assets = Directory.GetFiles(Path.Combine(folder, "assets")).ToDictionary(f => Path.GetFileName(f), Fingerprint);
        Languages = new LanguageShelf(Path.Combine(folder, "languages"), siteLanguage, zone);
        options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase },
            FileProvider = new TemplateFiles(texts), MaxRecursion = MostNested,
        };
        options.Filters.AddFilter("t", Say);
        options.Filters.AddFilter("raw", (text, _, _) => text is Inset ? text : new StringValue(text.ToStringValue(), encode: false));
        options.Filters.AddFilter("asset", (name, _, _) => new StringValue(AssetUrl(name.ToStringValue())));
    }

    public LanguageShelf Languages { get; }

    /// <param name="model">Its properties are the template's variables, in snake_case.</param>
    /// <exception cref="ThemeFault">The template, or one that it uses, cannot be rendered.</exception>
    public async ValueTask RenderAsync(string template, object model, Language language, IReadOnlyDictionary<string, object> more, TextWriter to)
    {
        if (!templates.TryGetValue(template, out var parsed)) throw new ThemeFault($"{template}.liquid: there is no such template in the theme");
        var context = new TemplateContext(model, options, allowModelMembers: true) { CultureInfo = language.Culture };
        foreach (var (name, value) in more) context.SetValue(name, value);
        context.AmbientValues[nameof(Language)] = language;
        try { await parsed.RenderAsync(to, Encoder, context); }
        catch (Exception fault) when (fault is FluidException or FileNotFoundException or ParseException or InvalidOperationException) { throw new ThemeFault($"{template}.liquid: {fault.Message}"); }
    }

    private static ValueTask<FluidValue> Say(FluidValue key, FilterArguments arguments, TemplateContext context)
    {
        var language = (Language)context.AmbientValues[nameof(Language)];
        if (arguments.Count == 0) return new StringValue(language.Say(key.ToStringValue()));
        object[] details = [.. Enumerable.Range(0, arguments.Count).Select(arguments.At).Select(a => a.Type == FluidValues.Number ? a.ToNumberValue() : (object)a.ToStringValue())];
        return new StringValue(language.Say(key.ToStringValue(), details));
    }

    /// <summary>Null when the theme has no such asset.</summary>
    public string? FingerprintOf(string asset) => assets.GetValueOrDefault(asset);

    private string AssetUrl(string name) => assets.TryGetValue(name, out var fingerprint) ? $"/theme/{fingerprint}/{name}" : throw new ThemeFault($"assets/{name}: there is no such file in the theme");

    private static IFluidTemplate Parse(string file, string text) =>
        Parser.TryParse(text, out var template, out var error) ? template : throw new ThemeFault($"{file}{LineOf(error)}: {error}");

    // The parser says "… at (12:5)": line and column.
    private static string LineOf(string error) => Position().Match(error) is { Success: true } at ? $", line {at.Groups[1].Value}" : "";

    [GeneratedRegex(@" at \((\d+):\d+\)")]
    private static partial Regex Position();

    private static string Fingerprint(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12];
}
