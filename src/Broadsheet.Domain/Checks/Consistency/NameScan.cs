using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Finds people in a text by how names look and what stands beside them.</summary>
internal static partial class NameScan
{
    public static (List<Person> People, List<Mention> Mentions) Read(Sheet sheet)
    {
        List<Person> people = [];
        List<Mention> mentions = [];
        var number = 0;
        foreach (var (passage, text, clues) in sheet.Sentences)
        {
            number++;
            foreach (Match match in Full().Matches(text))
                if (Of(match, text, passage, number) is { } person) people.Add(person);
            foreach (var match in Alone(text, clues))
                if (!Commons.Contains(match.Groups["surname"].Value)) mentions.Add(new(Bare(match.Groups["surname"].Value), match.Value.Trim(), passage));
        }
        return (people, mentions);
    }

    private static IEnumerable<Match> Alone(string text, Clues clues) => [
        .. clues.HasFlag(Clues.Title) ? Titled().Matches(text) : Enumerable.Empty<Match>(),
        .. clues.HasFlag(Clues.Speech) ? Speaking().Matches(text) : Enumerable.Empty<Match>()];

    private static Person? Of(Match match, string text, Passage passage, int sentence)
    {
        var words = match.Groups["word"].Captures.Select(c => c.Value).ToList();
        var titled = false;
        while (words.Count > 0 && (Titles.Contains(words[0].TrimEnd('.')) || Commons.Contains(words[0])))
        {
            titled |= Titles.Contains(words[0].TrimEnd('.'));
            words.RemoveAt(0);
        }
        if (words.Count < 2) return null;
        var (first, surname) = (words[0], Bare(words[^1]));
        if (surname.Length < 3 || Commons.Contains(surname) || surname.ToUpperInvariant() == surname) return null;
        var after = text[(match.Index + match.Length)..];
        var surely = titled || GivenNames.Has(first) || AfterPerson().IsMatch(after);
        return new(first, surname, surely, passage, sentence);
    }

    /// <summary>Without the ending of the genitive.</summary>
    private static string Bare(string name) =>
        name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name.TrimEnd('\'', '’');

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady", "lord", "judge", "justice", "mayor", "councillor", "councilor", "cllr", "officer", "sergeant", "sgt", "detective", "inspector",
        "captain", "capt", "colonel", "col", "general", "gen", "lieutenant", "lt", "senator", "sen", "governor", "gov", "president", "minister", "reverend", "rev", "father", "sister", "bishop", "pastor", "coach", "chief",
        "herr", "frau", "pfarrer", "pfarrerin", "bürgermeister", "bürgermeisterin", "richter", "richterin", "kommissar", "trainer", "trainerin", "präsident", "präsidentin", "sprecher", "sprecherin",
    };

    // Words that begin sentences or names of things, and no person's.
    private static readonly HashSet<string> Commons = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "in", "on", "at", "for", "from", "with", "by", "and", "or", "but", "when", "while", "after", "before", "if", "as", "then", "there", "this", "that", "these", "those", "his", "her", "their", "its",
        "our", "my", "your", "he", "she", "it", "they", "we", "i", "you", "who", "what", "where", "why", "how", "not", "no", "yes", "all", "both", "some", "many", "most", "one", "two", "three", "so", "yet", "now", "today",
        "of", "to", "also", "even", "still", "only", "like", "since", "until", "under", "over", "between", "during", "without", "said", "asked", "mrs", "street", "road", "avenue", "lane", "square", "park", "council", "city", "town",
        "county", "state", "school", "university", "college", "church", "hall", "house", "hotel", "river", "lake", "bridge", "harbor", "harbour", "bay", "island", "club", "company", "bank", "board", "court", "party", "north", "south",
        "east", "west", "new", "old", "great", "saint", "high", "police", "department", "committee", "association", "festival", "market", "station", "trust", "fund", "group", "center", "centre", "museum", "theater", "theatre",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "im", "am", "zum", "zur", "und", "oder", "aber", "mit", "von", "vom", "bei", "nach", "vor", "für", "auf", "aus", "er", "sie", "es", "wir", "ihr",
        "sein", "seine", "ihre", "als", "wenn", "weil", "auch", "nur", "noch", "so", "dann", "hier", "dort", "heute", "gestern", "morgen", "stadt", "straße", "platz", "rat", "schule", "kirche", "polizei", "verein", "gemeinde", "land",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
    };

    private const string Cap = @"\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}?[\p{L}\p{M}]+)*";
    private const string Says = "said|says|told|asked|added|explained|argued|warned|agreed|replied|recalled|insisted|sagte|sagt|erklärte|meinte|betonte|teilte";

    [GeneratedRegex($@"(?<![\p{{L}}\p{{M}}\d’'-])(?<word>{Cap}\.?)(?:[ ](?<word>\p{{Lu}}\.))*(?:[ ](?:(?:van|von|de|der|den|da|di|du|la|le|zu|bin|al)[ ])*(?<word>{Cap}(?:\.(?=[ ]\p{{Lu}}))?)){{1,3}}(?:['’]s)?", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex($@"(?<![\p{{L}}\p{{M}}])(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Rev|Sgt|Capt)\.?|Miss|Professor|Councillor|Councilor|Judge|Mayor|Officer|Sergeant|Detective|Inspector|Captain|Senator|Herrn?|Frau)[ ](?<surname>{Cap})(?![ ]{Cap}|[\p{{L}}\p{{M}}])", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex($@"(?<![\p{{L}}\p{{M}}.]\p{{Zs}}?)(?<![\p{{Lu}}][\p{{L}}\p{{M}}’'-]*[ ])(?<surname>{Cap})[ ](?:{Says})\b|\b(?:said|says|added|sagte|erklärte)[ ](?<surname>{Cap})(?=[,.;:])(?![ ]{Cap})", RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();

    [GeneratedRegex($@"^(?:,[ ]\d{{1,3}}(?:,|\.|$)|,[ ](?:who|the|a|an|der|die)[ ]|[ ]\(\d{{1,3}}\)|[ ](?:{Says}|who|was born|has been|hat|wurde)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterPerson();
}
