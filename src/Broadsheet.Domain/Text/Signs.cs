using System.Globalization;
using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>Which characters make words.</summary>
internal static class Signs
{
    public static bool Begins(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Rune.IsLetterOrDigit(rune);

    /// <summary>Vowel signs and joiners stand inside Devanagari, Arabic and many other words.</summary>
    public static bool Continues(Rune rune) =>
        Begins(rune) || !rune.IsAscii && (IsMark(rune) || IsJoiner(rune));

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Soft hyphen, the two zero-width joiners, word joiner: they shape a word and say nothing.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0xAD or 0x200C or 0x200D or 0x2060;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '＇';

    /// <summary>Thai to Khmer, kana, Han: scripts whose words stand without spaces.</summary>
    public static bool Unspaced(Rune rune) => Begins(rune) && rune.Value
        is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
