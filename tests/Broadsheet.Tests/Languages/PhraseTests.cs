using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Tests.Languages;

public sealed partial class PhraseTests
{
    private static readonly string Theme = Path.Combine(Repository.Root, "themes", "broadsheet");

    public static TheoryData<string> Tags => ["en", "hi", "ar", "de"];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_has_the_keys_that_all_have(string tag)
    {
        Assert.Equal(Keys("en"), Keys(tag));
        Assert.Equal(Sentences("en").Keys.Order(), Sentences(tag).Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_counted_phrase_has_every_form_of_its_language(string tag)
    {
        string[] forms = tag == "ar" ? ["zero", "one", "two", "few", "many", "other"] : ["one", "other"];

        Assert.All(Read(tag).EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Name != "sentences"),
            phrase => Assert.Equal(forms.Order(), phrase.Value.EnumerateObject().Select(f => f.Name).Order()));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_sentence_keeps_its_places_for_numbers(string tag) =>
        Assert.All(Sentences(tag), s => Assert.Equal(Places().Matches(s.Key).Select(m => m.Value).Order(), Places().Matches(s.Value).Select(m => m.Value).Order()));

    [Fact]
    public void Every_phrase_that_a_template_says_is_there()
    {
        var said = Directory.GetFiles(Theme, "*.liquid").SelectMany(f => Said().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(said);
        Assert.Empty(said.Except(Keys("en")));
    }

    [Fact]
    public void Every_phrase_that_the_program_says_is_there()
    {
        var said = Sources("src/Broadsheet.Web").SelectMany(text => SaidInCode().Matches(text).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(said);
        Assert.Empty(said.Except(Keys("en")));
    }

    [Fact]
    public void Every_page_of_an_error_has_its_words()
    {
        var kinds = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/Broadsheet.Web/Features/Errors/ShowError.cs")), "=> \"([a-z_]+)\"").Select(m => m.Groups[1].Value).ToList();

        Assert.True(kinds.Count > 4);
        Assert.Empty(kinds.SelectMany(k => new[] { k + "_heading", k + "_message" }).Except(Keys("en")));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_refusal_of_a_reply_is_translated(string tag)
    {
        var refusals = Sources("src/Broadsheet.Domain/Comments").Concat(Sources("src/Broadsheet.Web/Features/Comments"))
            .SelectMany(text => Refused().Matches(text).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(refusals.Count >= 10);
        Assert.Empty(refusals.Except(Sentences(tag).Keys));
    }

    private static IEnumerable<string> Sources(string folder) => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static JsonElement Read(string tag) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Theme, "languages", tag + ".json"))).RootElement;

    private static List<string> Keys(string tag) => [.. Read(tag).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Sentences(string tag) => Read(tag).GetProperty("sentences").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    [GeneratedRegex(@"'([a-z_]+)'\s*\|\s*t\b")]
    private static partial Regex Said();

    [GeneratedRegex(@"\bSay\(""([a-z_]+)""")]
    private static partial Regex SaidInCode();

    [GeneratedRegex(@"Refusal\.\w+\(""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Refused();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Places();
}
