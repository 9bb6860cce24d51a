using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>One person's name spelled two ways. People who stand in one sentence with both spellings are two.</summary>
internal static partial class Names
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        var (people, mentions) = NameScan.Read(sheet);
        if (people.Count == 0) yield break;
        HashSet<(string, string)> told = [];
        foreach (var (one, other) in Pairs(people))
            if (IsNews(told, one.Words, other.Words) && (one.IsSurely || other.IsSurely) && IsOne(one, other) && !Together(people, one, other, sheet))
                yield return Of(other.Passage, other.Words, one.Words);
        List<string> surnames = [.. people.Select(p => p.Surname).Distinct()];
        foreach (var mention in mentions.DistinctBy(m => m.Surname))
            if (!surnames.Contains(mention.Surname) && people.FirstOrDefault(p => p.IsSurely && Spelling.SoundAlike(p.Surname, mention.Surname)) is { } person && IsNews(told, mention.Surname, person.Surname))
                yield return Of(mention.Passage, mention.Words, person.Words);
        foreach (var finding in InHeadline(sheet, people, surnames)) yield return finding;
    }

    private static Finding Of(Passage passage, string here, string elsewhere) =>
        new("name", Severity.Warn, passage.At(here), "“{0}” here, “{1}” elsewhere.", here, elsewhere);

    private static IEnumerable<(Person One, Person Other)> Pairs(List<Person> people)
    {
        List<Person> distinct = [.. people.GroupBy(p => p.Words).Select(g => g.FirstOrDefault(p => p.IsSurely) ?? g.First())];
        for (var a = 0; a < distinct.Count; a++)
            for (var b = a + 1; b < distinct.Count; b++)
                if (distinct[a].Surname[0] == distinct[b].Surname[0] || distinct[a].First == distinct[b].First) yield return (distinct[a], distinct[b]);
    }

    private static bool IsOne(Person a, Person b)
    {
        // An initial is whoever's first name begins so.
        if (a.First.EndsWith('.') || b.First.EndsWith('.')) return a.First[0] == b.First[0] && a.Surname != b.Surname && Spelling.AreOneSurname(a.Surname, b.Surname);
        if (a.Surname == b.Surname) return a.First != b.First && Spelling.AreOneFirstName(a.First, b.First);
        return a.First == b.First ? Spelling.AreOneSurname(a.Surname, b.Surname)
            : Spelling.AreOneFirstName(a.First, b.First) && Spelling.SoundAlike(a.Surname, b.Surname);
    }

    // In one sentence, or told to be relatives or not: two people.
    private static bool Together(List<Person> people, Person a, Person b, Sheet sheet) =>
        people.Where(p => p.Words == a.Words).Select(p => p.Sentence).Intersect(people.Where(p => p.Words == b.Words).Select(p => p.Sentence)).Any()
        || sheet.Prose.Any(p => Kin().IsMatch(p.Text) && p.Text.Contains(a.Surname, StringComparison.Ordinal) && p.Text.Contains(b.Surname, StringComparison.Ordinal) && (p.Text.Contains(a.First, StringComparison.Ordinal) || p.Text.Contains(b.First, StringComparison.Ordinal)));

    private static IEnumerable<Finding> InHeadline(Sheet sheet, List<Person> people, List<string> surnames)
    {
        if (sheet.Fields.FirstOrDefault(f => f.Field == "headline") is not { } headline) yield break;
        var words = sheet.Body.Passages.SelectMany(p => Word().Matches(p.Text).Select(m => m.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Word().Matches(headline.Text))
        {
            var word = match.Value;
            if (word.Length < 5 || !char.IsUpper(word[0]) || words.Contains(word) || words.Contains(word.TrimEnd('s')) || words.Contains(word + "s")) continue;
            if (people.FirstOrDefault(p => p.IsSurely && p.Passage.Field != "headline" && p.Surname != word && Spelling.AreOneSurname(p.Surname, word)) is { } person)
                yield return Of(headline, word, person.Words);
        }
    }

    private static bool IsNews(HashSet<(string, string)> told, string a, string b) => told.Add((a, b)) && told.Add((b, a));

    [GeneratedRegex(@"\b(?:brothers?|sisters?|twins?|father|mother|son|daughter|uncle|aunt|cousins?|siblings|wife|husband|no relation|not related|namesake|Bruder|Schwester|Vater|Mutter|Sohn|Tochter|Zwillinge?|Geschwister|nicht verwandt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kin();

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:[’'-]\p{L}+)*")]
    private static partial Regex Word();
}
