
namespace Broadsheet.Domain.Checks;

/// <summary>What a sentence holds that a check could look at. Found in one walk over its words: most sentences have nothing of a kind, and are not looked at again.</summary>
[Flags]
internal enum Clues
{
    None = 0, Number = 1, TwoNumbers = 2, Month = 4, Share = 8, Money = 16, Vote = 32, Speech = 64, Title = 128, Change = 256, People = 512, Fate = 1024, Birth = 2048,
}

/// <summary>Words that give a clue, in English and German; months in Hindi too.</summary>
internal static class ClueWords
{
    private static readonly Dictionary<string, Clues> Known = Table();

    public static Clues Of(string text)
    {
        var (clues, numbers) = (Clues.None, 0);
        var words = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is '%' or '$' or '€' or '£') clues |= text[at++] == '%' ? Clues.Share : Clues.Money;
            else if (char.IsAsciiDigit(text[at]))
            {
                numbers++;
                while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '.')) at++;
            }
            else if (!IsLetter(text[at])) at++;
            else
            {
                var start = at;
                while (at < text.Length && IsLetter(text[at])) at++;
                if (!words.TryGetValue(text.AsSpan(start, at - start), out var clue)) continue;
                clues |= clue;
                if (clue.HasFlag(Clues.Number)) numbers++;
            }
        }
        return clues | (numbers > 0 ? Clues.Number : 0) | (numbers > 1 ? Clues.TwoNumbers : 0);
    }

    private static bool IsLetter(char sign) => char.IsLetter(sign) || sign > 127 && char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static Dictionary<string, Clues> Table()
    {
        Dictionary<string, Clues> table = new(StringComparer.OrdinalIgnoreCase);
        Add(Clues.Month, Almanac.Months.Split('|'));
        Add(Clues.Number, [.. Numerals.Names]);
        Add(Clues.Share, "percent percentage cent Prozent half third thirds quarter quarters fifth Hälfte Drittel Viertel Fünftel".Split(' '));
        Add(Clues.Money, "dollar dollars euro euros pounds Pfund franc francs Franken rupees yen".Split(' '));
        Add(Clues.Vote, "vote votes voted voting council councillors councilors board committee senate parliament member members seat seats strong Rat Ausschuss Stimmen stimmten".Split(' '));
        Add(Clues.Speech, "said says told asked added explained argued warned agreed replied recalled insisted sagte sagt erklärte meinte betonte teilte".Split(' '));
        Add(Clues.Title, "Mr Mrs Ms Dr Prof Cllr Rev Sgt Capt Miss Professor Councillor Councilor Judge Mayor Officer Sergeant Detective Inspector Captain Senator Herr Herrn Frau".Split(' '));
        Add(Clues.Change, "from von".Split(' '));
        Add(Clues.People, ("people persons passengers residents victims suspects students pupils members patients others survivors hikers tourists Menschen Personen Passagiere Fahrgäste Schüler Mitglieder Verletzte Tote " +
            "total making altogether all told insgesamt zusammen").Split(' '));
        Add(Clues.Fate, ("dead die dies died killed kills kill deaths killing hurt hurts injured injures wounded injuries arrested arrests detained held missing rescued saved " +
            "Tote Toter Toten Todesopfer starben sterben stirbt starb getötet gestorben Leben Verletzte Verletzten Leichtverletzte Schwerverletzte verletzt festgenommen Festgenommene Festnahmen").Split(' '));
        Add(Clues.Birth, "born geboren wurde".Split(' '));
        return table;

        void Add(Clues clue, string[] words)
        {
            foreach (var word in words) table[word] = table.GetValueOrDefault(word) | clue;
        }
    }
}
