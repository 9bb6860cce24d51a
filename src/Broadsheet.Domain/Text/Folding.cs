using System.Globalization;
using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>
/// Makes spellings equal that readers take for equal: case, Latin and Greek accents, Arabic vowel points and
/// alef forms, the Hindi nukta, the digits of all scripts. Devanagari vowel signs stay: they make the word.
/// </summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        var accentsMatter = false;
        foreach (var rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            // The accent comes behind its letter. Cyrillic й is no и, but é is searched as e.
            if (!IsAccent(rune)) accentsMatter = !TakesIdleAccents(rune);
            if (IsAccent(rune) ? accentsMatter : !IsIdle(rune)) Append(folded, rune);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsAccent(Rune rune) => rune.Value is >= 0x300 and <= 0x36F;

    private static bool TakesIdleAccents(Rune rune) =>
        rune.Value is < 0x400 or >= 0x1D00 and < 0x2000;

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

    /// <summary>What has no decomposition in Unicode and is still written either way.</summary>
    private static string? Twin(int sign) => sign switch
    {
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'đ' or 'ð' => "d", 'ł' => "l", 'ı' => "i", 'þ' => "th",
        'ς' => "σ", '’' or 'ʼ' or '＇' => "'",
        'ى' or 'ی' => "ي", 'ة' => "ه", 'ٱ' => "ا", 'ک' => "ك",
        'ँ' => "ं",
        _ => null,
    };
}
