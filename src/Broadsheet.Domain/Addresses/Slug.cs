using System.Globalization;
using System.Text;
using Broadsheet.Domain.Text;

namespace Broadsheet.Domain.Addresses;

/// <summary>The readable part of an address. Scripts other than Latin are kept, with their vowel signs; Latin accents go.</summary>
public static class Slug
{
    public const int Longest = 90;

    /// <summary>Empty when the title holds no letter and no digit.</summary>
    /// <param name="language">Decides about letters with a spelling of their own: German ä becomes ae.</param>
    public static string Of(string title, string language)
    {
        var slug = new StringBuilder();
        foreach (var rune in Folded(PlainText.Whole(title), language).EnumerateRunes())
        {
            if (Belongs(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (!IsSilent(rune) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'));
    }

    private static bool Belongs(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An apostrophe holds a word together: "don't" is one word.
    private static bool IsSilent(Rune rune) => rune.Value is '\'' or 0x2019;

    private static string Folded(string title, string language)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var kept = new StringBuilder();
        var last = ' ';
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format || c == Tatweel) continue;
            if (category == UnicodeCategory.SpacingCombiningMark) kept.Append(c);
            else if (category != UnicodeCategory.NonSpacingMark) kept.Append(Spelled(last = c));
            else if (c == Umlaut && german && last is 'a' or 'o' or 'u' or 'A' or 'O' or 'U') kept.Append('e');
            else if (last >= LatinEnds && char.IsLetter(last) && !IsArabicVowel(c)) kept.Append(c);
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private const char Umlaut = '\u0308', Tatweel = '\u0640', LatinEnds = '\u0250';

    // Latin letters that are no accented form of a plain one.
    private static string Spelled(char c) => c switch
    {
        'ß' => "ss", 'ẞ' => "ss", 'æ' or 'Æ' => "ae", 'œ' or 'Œ' => "oe", 'ø' or 'Ø' => "o", 'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d", 'þ' or 'Þ' => "th", 'ı' => "i", _ => c.ToString(),
    };

    // Hamza and madda (U+0653 to U+0655) are letters' own; the short vowels are not written in an address.
    private static bool IsArabicVowel(char c) => c is (>= 'ً' and <= 'ْ') or 'ٰ';

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        if (end <= Longest / 2) end = char.IsLowSurrogate(slug[Longest]) ? Longest - 1 : Longest;
        return slug[..end].TrimEnd('-');
    }
}
