using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>A number in headline or standfirst that the text does not know, while it tells another one of the same thing.</summary>
internal static partial class HeadlineFigures
{
    private const decimal NearlyTheSame = 0.12m;

    // Words for the same: how many died, were hurt, were taken in.
    private static readonly (string Language, Regex Words)[] Things =
    [
        ("en", Dead()), ("en", Hurt()), ("en", Arrested()), ("en", Missing()), ("de", Tote()), ("de", Verletzte()), ("de", Festgenommene()),
    ];

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        List<string> text = [.. sheet.With(Clues.Number).Where(s => s.Passage.Field == "body").Select(s => s.Text)];
        if (text.Count == 0) yield break;
        HashSet<decimal>? known = null;
        foreach (var field in sheet.Fields.Where(f => f.Field is "headline" or "standfirst" or "kicker"))
            foreach (var (value, match) in Numerals.In(field.Text, sheet.Language))
            {
                if (IsOther(field.Text, match)) continue;
                known ??= [.. text.SelectMany(s => Sums(s, sheet.Language))];
                if (known.Contains(value) || IsRounded(field.Text, match, value, known)) continue;
                if (Same(field.Text, match, text, sheet.Language) is not { } other) continue;
                if (sheet.Body.Passages.Count(p => p.Kind is PassageKind.Heading or PassageKind.Item) == value) continue;
                yield return new("figure", Severity.Warn, field.At(match.Value), "“{0}” here, and in the text “{1}”.", Around(field.Text, match), other);
            }
    }

    /// <summary>Each number of a sentence, and what neighbours make together.</summary>
    private static IEnumerable<decimal> Sums(string sentence, string language)
    {
        List<decimal> all = [.. Numerals.In(sentence, language).Select(n => n.Value)];
        if (Indefinite().IsMatch(sentence)) all.Add(1);
        for (var first = 0; first < all.Count; first++)
        {
            yield return all[first];
            var sum = all[first];
            for (var next = first + 1; next < Math.Min(all.Count, first + 4); next++) yield return sum += all[next];
        }
    }

    // Years, times, shares, money and names with a number are other checks' business, or nobody's.
    private static bool IsOther(string text, Match number) =>
        number.Value.Length == 4 && number.Value is ['1' or '2', ..] && !number.Value.Contains(',') || AfterOther().IsMatch(text[(number.Index + number.Length)..]) || BeforeOther().IsMatch(text[..number.Index]);

    private static bool IsRounded(string text, Match number, decimal value, HashSet<decimal> known) =>
        (value >= 50 && value % 10 == 0 || Vague().IsMatch(text[..number.Index])) && known.Any(k => Math.Abs(k - value) <= value * NearlyTheSame);

    private static string? Same(string text, Match number, List<string> body, string language)
    {
        var after = text[(number.Index + number.Length)..];
        foreach (var (_, words) in Things.Where(t => t.Language == language))
            if (words.Match(after) is { Success: true } here && here.Index <= 30 && !Numerals.In(after[..here.Index], language).Any())
                return body.Select(s => NumberBeside(s, words, language)).FirstOrDefault(found => found is not null);
        if (Noun().Match(after) is not { Success: true } noun) return null;
        var stem = Stem(noun.Groups["noun"].Value);
        if (stem.Length < 3) return null;
        foreach (var sentence in body)
            foreach (var (_, match) in Numerals.In(sentence, language))
                if (Noun().Match(sentence[(match.Index + match.Length)..]) is { Success: true } told && Stem(told.Groups["noun"].Value).Equals(stem, StringComparison.OrdinalIgnoreCase) && SameMeaning(noun, told))
                    return Around(sentence, match);
        return null;
    }

    // "30 new desks" and "36 desks" may be the same; "30 new desks" and "36 old desks" are not.
    private static bool SameMeaning(Match here, Match there)
    {
        var (a, b) = (here.Groups["like"].Value.Trim(), there.Groups["like"].Value.Trim());
        return a.Length == 0 || b.Length == 0 || a.Equals(b, StringComparison.OrdinalIgnoreCase);
    }

    private static string? NumberBeside(string sentence, Regex words, string language)
    {
        if (words.Match(sentence) is not { Success: true } word) return null;
        var found = Numerals.In(sentence, language).Where(n => !IsOther(sentence, n.Match) && People().IsMatch(sentence[(n.Match.Index + n.Match.Length)..])
            && Math.Abs(n.Match.Index - word.Index) <= 45).Select(n => n.Match).FirstOrDefault();
        return found is null ? null : sentence[Math.Min(found.Index, word.Index)..Math.Max(found.Index + found.Length, word.Index + word.Length)];
    }

    private static string Around(string text, Match number)
    {
        var end = text.IndexOf(' ', Math.Min(text.Length, number.Index + number.Length + 1));
        return text[number.Index..(end < 0 ? text.Length : end)].TrimEnd(',', '.', ';', ':');
    }

    private static string Stem(string noun) => noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun.TrimEnd('s');

    [GeneratedRegex(@"\b(?:dead|die|dies|died|killed|kills|kill|deaths|killing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dead();

    [GeneratedRegex(@"\b(?:hurt|hurts|injured|injures|wounded|injuries)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hurt();

    [GeneratedRegex(@"\b(?:arrested|arrests|detained|held)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Arrested();

    [GeneratedRegex(@"\b(?:missing|rescued|saved)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:Tote[nr]?|Todesopfer|starben|sterben|stirbt|starb|getötet|gestorben|ums Leben)\b")]
    private static partial Regex Tote();

    [GeneratedRegex(@"\b(?:(?:Leicht|Schwer)?[Vv]erletzte?[nr]?)\b")]
    private static partial Regex Verletzte();

    [GeneratedRegex(@"\b(?:[Ff]estgenommene?[nr]?|Festnahmen)\b")]
    private static partial Regex Festgenommene();

    [GeneratedRegex(@"^(?:[ ](?:\p{L}+[ ]){0,2}?)?(?:people|persons|men|women|children|boys|girls|passengers|residents|workers|sailors|fans|students|others|Menschen|Personen|Männer|Frauen|Kinder|Tote|Verletzte|dead|were|died|injured|hurt|killed|arrested|wurden|starben|sind)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"^[ -](?<like>\p{Ll}[\p{L}-]*[ ])?(?<noun>\p{Ll}{3,}s|people|children|women|men|\p{Lu}\p{Ll}{3,}n)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?:[ ]?(?:%|percent|per cent|Prozent|Uhr|million|billion|Mio|Mrd|trillion|Millionen|Milliarden|o[’']clock|a\.?m|p\.?m)|-year|[ ]years?\b|[ ]things\b|[ ]ways\b|[ ]reasons\b|(?:st|nd|rd|th)\b|\.[ ]\p{L}|m\b|bn\b|k\b|[:–-]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex AfterOther();

    [GeneratedRegex($@"(?:[$€£#]|\b(?:Route|Top|No\.|Number|Nr\.|Flight|Highway|Section|Article|Act|Grade|Class|Room|Windows|Version|Formula|Big|aged?|at|Day|Week|Part|Apollo|A|M|{Almanac.Months}))[ ]?$", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeOther();

    [GeneratedRegex(@"\b(?:nearly|almost|about|around|some|over|more than|up to|at least|fast|rund|etwa|über|mehr als|knapp|mindestens)[ ]$", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(?:an?|another|eine?n?r?)[ ](?:\p{L}+[ ])?(?:man|woman|boy|girl|child|baby|teenager|driver|passenger|pilot|soldier|officer|sailor|hiker|worker|student|person|Mann|Frau|Kind|Junge|Mädchen|Fahrer|Person)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Indefinite();
}
