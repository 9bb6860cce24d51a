using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>How old somebody is said to be, against the year of birth and against how old the same person is elsewhere.</summary>
internal static partial class Ages
{
    private sealed record Age(string Surname, int Years, Passage Passage, string Words, string Sentence);

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        List<Age> told = [];
        foreach (var (passage, text, clues) in sheet.With(Clues.Number))
        {
            foreach (Match match in AfterName().Matches(text))
                told.Add(new(match.Groups["surname"].Value, Number(match, "age"), passage, match.Value, text));
            if (clues.HasFlag(Clues.Birth) && Life(passage, text) is { } life) yield return life;
        }
        foreach (var finding in Births(sheet, told)) yield return finding;
        foreach (var person in told.GroupBy(a => a.Surname))
            if (person.Select(a => a.Years).Distinct().Count() > 1 && !IsFamily(person.Key, sheet))
                yield return new("age", Severity.Warn, person.Last().Passage.At(person.Last().Words), "{0} is {1} here and {2} elsewhere.", person.Key, person.Last().Years, person.First().Years);
    }

    // "who was born in 1930 and died in 2011 aged 79"
    private static Finding? Life(Passage passage, string text)
    {
        if (Born().Match(text) is not { Success: true } born || Died().Match(text) is not { Success: true } died || !died.Groups["year"].Success || AtDeath().Match(text) is not { Success: true } age) return null;
        var (from, to, years) = (Number(born, "year"), Number(died, "year"), Number(age, "age"));
        return to - from is var span && (years == span || years == span - 1) || to < from ? null
            : new("age", Severity.Warn, passage.At(age.Value), "From {0} to {1} it is {2} years, not {3}.", from, to, span, years);
    }

    private static IEnumerable<Finding> Births(Sheet sheet, List<Age> told)
    {
        if (sheet.Facts.Date is not { } today) yield break;
        foreach (var (passage, text, _) in sheet.With(Clues.Number | Clues.Birth))
        {
            if (Born().Match(text) is not { Success: true } born || Died().IsMatch(text)) continue;
            // Of the same sentence, or of the one person whose name stands before "was born".
            var age = told.Count(a => a.Passage == passage && text.Contains(a.Words)) == 1 ? told.First(a => a.Passage == passage && text.Contains(a.Words))
                : BornName().Match(text) is { Success: true } name && told.Where(a => a.Surname == name.Groups["surname"].Value).ToList() is [var only] && !IsFamily(only.Surname, sheet) ? only : null;
            if (age is null || Died().IsMatch(age.Sentence)) continue;
            var span = today.Year - Number(born, "year");
            if (age.Years == span || age.Years == span - 1) continue;
            yield return new("age", Severity.Warn, passage.At(age.Words), "Born in {0}, {1} is {2} or {3}, not {4}.", Number(born, "year"), age.Surname, span - 1, span, age.Years);
        }
    }

    // Two people of one surname: which of them is meant cannot be told.
    private static bool IsFamily(string surname, Sheet sheet) =>
        sheet.Prose.SelectMany(p => FullName().Matches(p.Text)).Where(m => m.Groups["surname"].Value == surname).Select(m => m.Groups["first"].Value).Distinct().Count() > 1;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{L}])(?<first>\p{Lu}[\p{L}'’-]+)[ ](?:\p{Lu}\.[ ])?(?<surname>\p{Lu}[\p{L}'’-]+)")]
    private static partial Regex FullName();

    // "Ann Field, 43, …": not a street, a page or a date.
    [GeneratedRegex(@"\p{Lu}[\p{L}'’.-]*[ ](?<surname>\p{Lu}[\p{L}'’-]+)(?:[ ](?:Jr|Sr)\.)?[ ]?(?:,[ ]|\()(?<age>[1-9]\d?|10\d)(?:,(?=[ ]\p{Ll})|\)(?=[ ,.])|(?=\.$))")]
    private static partial Regex AfterName();

    [GeneratedRegex(@"(?<!children |child |son |daughter )\b(?:was born|born|wurde|geboren)\b(?:[ ](?:on|in|am|im)?[ ]?(?:[\p{L}.]+[ ])?(?:\d{1,2}\.?,?[ ])?(?:of[ ])?(?:\p{L}+,?[ ])?)(?<year>(?:18|19|20)\d\d)(?!\d)")]
    private static partial Regex Born();

    [GeneratedRegex(@"(?<surname>\p{Lu}[\p{L}'’-]+)(?:, who)?[ ](?:was born|wurde)\b")]
    private static partial Regex BornName();

    [GeneratedRegex(@"\b(?:died|dies|starb|gestorben|verstarb)\b(?:.{0,40}?\b(?<year>(?:18|19|20)\d\d))?")]
    private static partial Regex Died();

    [GeneratedRegex(@"\b(?:aged|at the age of|at age|at|im Alter von|mit)[ ](?<age>\d{2,3})\b(?![ ]?(?:%|percent|p\.m|a\.m|o))")]
    private static partial Regex AtDeath();
}
