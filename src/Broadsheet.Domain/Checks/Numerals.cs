using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks;

/// <summary>Numbers in a text, in figures or in English and German words.</summary>
internal static partial class Numerals
{
    private const string EnglishUnits = "one|two|three|four|five|six|seven|eight|nine", EnglishTens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string GermanUnits = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun", GermanTens = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig";

    private const string Words = $"(?:{EnglishTens})(?:[- ](?:{EnglishUnits}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{EnglishUnits}" +
        $"|(?:(?:{GermanUnits})und)?(?:{GermanTens})|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwei|drei|vier|fünf|sechs|sieben|acht|neun";

    /// <summary>For patterns, which must leave case aside: a number on its own.</summary>
    public const string Pattern = $@"(?<![\p{{L}}\d.,:/$€£-])(?:\d{{1,3}}(?:[.,]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|(?:{Words}))(?![\p{{L}}\d]|[.,:/-]\d)";

    /// <summary>Also "a", "an" and "eine", which count as one within a list of people.</summary>
    public const string PatternOrOne = $@"(?:{Pattern}|(?<![\p{{L}}\d])(?:an?|eine?n?)(?![\p{{L}}\d]))";

    // Whatever is above it is no count of anything, and could not be multiplied.
    private const decimal Most = 1_000_000_000_000m;

    private static readonly Dictionary<string, int> Known = Table();

    /// <summary>Every word that is a number by itself.</summary>
    public static IEnumerable<string> Names => Known.Keys.Where(name => !name.Contains('-') && !Articles.Contains(name));

    // They count as one among people, and are no clue.
    private static readonly HashSet<string> Articles = ["a", "an", "ein", "eine", "einen", "einer"];

    /// <summary>Null when it is none, or one that could be read two ways.</summary>
    public static decimal? Value(string text, string language)
    {
        if (Known.TryGetValue(text.Replace(' ', '-'), out var known)) return known;
        var (thousands, point) = language == "de" ? (".", ',') : (",", '.');
        var grouped = Grouped().IsMatch(text) && text.Contains(thousands[0]) && !text.Contains(point);
        var plain = grouped ? text.Replace(thousands, "") : text.Replace(point, '.');
        if (!grouped && text.Contains(thousands[0])) return null;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < Most ? value : null;
    }

    /// <summary>All numbers of a text, in order.</summary>
    public static IEnumerable<(decimal Value, Match Match)> In(string text, string language)
    {
        foreach (Match match in Any().Matches(text))
            if (Value(match.Value, language) is { } value) yield return (value, match);
    }

    private static Dictionary<string, int> Table()
    {
        Dictionary<string, int> table = new(StringComparer.OrdinalIgnoreCase) { ["a"] = 1, ["an"] = 1, ["eine"] = 1, ["einen"] = 1, ["ein"] = 1, ["einer"] = 1 };
        string[] small = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] klein = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"];
        string[] units = EnglishUnits.Split('|'), tens = EnglishTens.Split('|'), einer = GermanUnits.Split('|'), zehner = GermanTens.Split('|');
        for (var n = 0; n < 9; n++) (table[units[n]], table[einer[n]]) = (n + 1, n + 1);
        for (var n = 0; n < 10; n++) (table[small[n]], table[klein[n]]) = (n + 10, n + 10);
        for (var ten = 0; ten < 8; ten++)
        {
            (table[tens[ten]], table[zehner[ten]]) = (ten * 10 + 20, ten * 10 + 20);
            for (var n = 0; n < 9; n++) (table[$"{tens[ten]}-{units[n]}"], table[$"{einer[n]}und{zehner[ten]}"]) = (ten * 10 + 21 + n, ten * 10 + 21 + n);
        }
        return table;
    }

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$")]
    private static partial Regex Grouped();
}
