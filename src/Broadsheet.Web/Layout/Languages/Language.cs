using System.Globalization;
using System.Text.Json;
using Broadsheet.Domain;

namespace Broadsheet.Web.Layout.Languages;

/// <summary>How the paper speaks to a reader in one language: its phrases, dates and numbers.</summary>
public sealed class Language
{
    // Within the file of a language, what it says for refusals.
    private const string Refusals = "sentences";

    private readonly Dictionary<string, Phrase> phrases, sentences;
    private readonly string spoken;

    /// <summary>What a language says for a key; of several forms, the one that fits a number.</summary>
    /// <param name="Forms">By CLDR category; null when there is one for all.</param>
    private sealed record Phrase(string Other, Dictionary<string, string>? Forms)
    {
        public static Phrase Of(JsonElement json) => json.ValueKind == JsonValueKind.String
            ? new(json.GetString()!, null) : new(json.GetProperty("other").GetString()!, json.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!));
    }

    /// <param name="tag">BCP 47, as the page says it in lang.</param>
    /// <param name="spoken">The primary subtag of the phrases, which may be another language's where there are none for the tag.</param>
    /// <param name="content">Of languages/{spoken}.json.</param>
    public Language(string tag, string spoken, JsonElement content, TimeZoneInfo zone)
    {
        (Tag, this.spoken, Zone) = (tag, spoken, zone);
        phrases = PhrasesIn(content, but: Refusals);
        sentences = content.TryGetProperty(Refusals, out var refusals) ? PhrasesIn(refusals) : [];
        // Plain "en" would count the hours from one to twelve.
        Culture = CultureInfo.GetCultureInfo(tag == "en" ? "en-GB" : tag == "ar" ? "ar-EG" : tag);
    }

    public string Tag { get; }
    public TimeZoneInfo Zone { get; }
    public CultureInfo Culture { get; }
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>As Open Graph wants it: "en_GB".</summary>
    public string Locale => (Culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(Culture.Name) : Culture).Name.Replace('-', '_');

    /// <summary>The phrase for a key; of several forms the one that fits the first argument. A missing key is shown as it is.</summary>
    public string Say(string key, params object[] details) =>
        phrases.TryGetValue(key, out var phrase) ? Filled(FormOf(phrase, details), details) : key;

    /// <summary>A refusal in the reader's language; in English where nobody has translated it.</summary>
    public string Say(Refusal refusal) =>
        sentences.TryGetValue(refusal.Sentence, out var sentence) ? Filled(sentence.Other, refusal.Details) : refusal.ToString();

    public Moment Moment(DateTime utc) => new(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone), this);

    /// <summary>A time in the paper's zone, by one of the framework's patterns.</summary>
    public string Time(DateTime local, string pattern) => Digits(local.ToString(pattern, Culture));

    /// <summary>A day without its name: "22 November 2026".</summary>
    public string Date(DateTime local) => Digits(local.ToString(DayPattern, Culture));

    public string Month(int year, int month) => Digits(new DateTime(year, month, 1).ToString("MMMM yyyy", Culture));

    public string Number(long number) => Digits(number.ToString("N0", Culture));

    private string DayPattern => spoken == "de" ? "d. MMMM yyyy" : "d MMMM yyyy";

    // The framework formats with Latin digits everywhere; Arabic is read with its own.
    private string Digits(string text) => spoken != "ar" ? text
        : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c));

    private string FormOf(Phrase phrase, object[] details)
    {
        if (phrase.Forms is null) return phrase.Other;
        var number = details.Length > 0 && details[0] is IConvertible count ? count.ToInt64(CultureInfo.InvariantCulture) : 0;
        return phrase.Forms.GetValueOrDefault(Plural.CategoryOf(spoken, number), phrase.Other);
    }

    private static Dictionary<string, Phrase> PhrasesIn(JsonElement content, string? but = null) =>
        content.EnumerateObject().Where(entry => entry.Name != but).ToDictionary(entry => entry.Name, entry => Phrase.Of(entry.Value));

    private string Filled(string phrase, object[] details) => !phrase.AsSpan().ContainsAny('{', '}') ? phrase
        : string.Format(Culture, phrase, [.. details.Select(d => d is int or long or decimal ? Number(Convert.ToInt64(d, CultureInfo.InvariantCulture)) : d)]);
}

/// <summary>A point in time as the page shows it, in the paper's zone and the page's language. Most pages show few of its forms, so each is made when it is asked for.</summary>
public sealed class Moment(DateTime local, Language language)
{
    public string Iso => new DateTimeOffset(local, language.Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Date and time.</summary>
    public string Text => $"{Date}, {Time}";

    public string Date => language.Date(local);
    public string Time => language.Time(local, "t");

    /// <summary>"Sun 22 Nov", for narrow columns.</summary>
    public string Short => language.Time(local, "ddd d MMM");

    /// <summary>"Sunday, 22 November 2026", as below a nameplate.</summary>
    public string Day => language.Time(local, language.Culture.DateTimeFormat.LongDatePattern);
}
