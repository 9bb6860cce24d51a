using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>
/// Makes spellings equal that readers take for equal: case, Latin and Greek accents, Hebrew and Arabic points,
/// alef forms, the Hindi nukta, the digits of all scripts. Devanagari vowel signs stay: they make the word.
/// </summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        // Under InvariantGlobalization Normalize does nothing, silently; WordsTests would fail then.
        var folded = new StringBuilder(word.Length);
        var letter = default(Rune);
        foreach (var rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsAccent(rune)) letter = rune;
            if (Says(rune, letter)) Append(folded, rune);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool Says(Rune rune, Rune letter) =>
        IsAccent(rune) ? !TakesIdleAccents(letter)
        : !IsIdle(rune) && (Signs.Continues(rune) || rune.Value == '\'');

    /// <summary>Decomposed, an accent comes behind its letter.</summary>
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x300 and <= 0x36F;

    /// <summary>Latin and Greek: é is searched as e, while Cyrillic й is no и.</summary>
    private static bool TakesIdleAccents(Rune letter) => letter.Value is < 0x400 or >= 0x1D00 and < 0x2000;

    /// <summary>Hebrew and Arabic points, tatweel, nukta, and what only joins.</summary>
    private static bool IsIdle(Rune rune) => Signs.IsJoiner(rune) || rune.Value
        is >= 0x591 and <= 0x5C7 or >= 0x610 and <= 0x61A or 0x640 or >= 0x64B and <= 0x65F or 0x670
        or >= 0x6D6 and <= 0x6DC or >= 0x6DF and <= 0x6E8 or >= 0x6EA and <= 0x6ED or 0x93C;

    private static void Append(StringBuilder folded, Rune rune)
    {
        rune = Rune.ToLowerInvariant(rune);
        if (Rune.IsDigit(rune)) folded.Append((int)Rune.GetNumericValue(rune));
        else if (Twin(rune.Value) is { } twin) folded.Append(twin);
        else folded.Append(rune.ToString());
    }

    /// <summary>What Unicode does not decompose and people write either way.</summary>
    private static string? Twin(int sign) => sign switch
    {
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'đ' or 'ð' => "d", 'ł' => "l", 'ı' => "i", 'þ' => "th",
        'ς' => "σ", '’' or 'ʼ' or '＇' => "'",
        'ى' or 'ی' => "ي", 'ة' => "ه", 'ٱ' => "ا", 'ک' => "ك",
        'ँ' => "ं",
        _ => null,
    };
}
