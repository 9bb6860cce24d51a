using System.Globalization;
using System.Text.Json;
using Broadsheet.Domain;

namespace Broadsheet.Web.Layout.Languages;

/// <summary>How the paper speaks to a reader in one language: its phrases, dates and numbers.</summary>
public sealed class Language
{
    private readonly JsonElement phrases;
    private readonly string spoken;

    /// <param name="tag">BCP 47, as the page says it in lang.</param>
    /// <param name="spoken">The primary subtag of the phrases, which may be another language's where there are none for the tag.</param>
    /// <param name="phrases">The content of languages/{spoken}.json.</param>
    public Language(string tag, string spoken, JsonElement phrases, TimeZoneInfo zone)
    {
        (Tag, this.spoken, this.phrases, Zone) = (tag, spoken, phrases, zone);
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
        phrases.TryGetProperty(key, out var phrase) ? Filled(FormOf(phrase, details), details) : key;

    /// <summary>A refusal in the reader's language; in English where nobody has translated it.</summary>
    public string Say(Refusal refusal) =>
        phrases.TryGetProperty("sentences", out var sentences) && sentences.TryGetProperty(refusal.Sentence, out var sentence)
            ? Filled(sentence.GetString()!, refusal.Details) : refusal.ToString();

    public Moment Moment(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
        var iso = new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var (date, time) = (Date(local), Digits(local.ToString("t", Culture)));
        return new Moment(iso, $"{date}, {time}", date, time, Digits(local.ToString("ddd d MMM", Culture)), Digits(local.ToString(Culture.DateTimeFormat.LongDatePattern, Culture)));
    }

    /// <summary>A day without its name: "22 November 2026".</summary>
    public string Date(DateTime local) => Digits(local.ToString(DayPattern, Culture));

    public string Month(int year, int month) => Digits(new DateTime(year, month, 1).ToString("MMMM yyyy", Culture));

    public string Number(long number) => Digits(number.ToString("N0", Culture));

    private string DayPattern => spoken == "de" ? "d. MMMM yyyy" : "d MMMM yyyy";

    // The framework formats with Latin digits everywhere; Arabic is read with its own.
    private string Digits(string text) => spoken != "ar" ? text
        : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c));

    private string FormOf(JsonElement phrase, object[] details)
    {
        if (phrase.ValueKind == JsonValueKind.String) return phrase.GetString()!;
        var number = details.Length > 0 && details[0] is IConvertible count ? count.ToInt64(CultureInfo.InvariantCulture) : 0;
        return phrase.TryGetProperty(Plural.CategoryOf(spoken, number), out var form) ? form.GetString()! : phrase.GetProperty("other").GetString()!;
    }

    private string Filled(string phrase, object[] details) =>
        string.Format(Culture, phrase, [.. details.Select(d => d is int or long or decimal ? Number(Convert.ToInt64(d, CultureInfo.InvariantCulture)) : d)]);
}

/// <summary>A point in time as the page shows it, in the paper's zone and the page's language.</summary>
/// <param name="Text">Date and time.</param>
/// <param name="Short">"Sun 22 Nov", for narrow columns.</param>
/// <param name="Day">"Sunday, 22 November 2026", as below a nameplate.</param>
public sealed record Moment(string Iso, string Text, string Date, string Time, string Short, string Day);
