using System.Globalization;
using System.Text;

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
        foreach (var rune in Folded(title, language).EnumerateRunes())
        {
            if (Belongs(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (!IsSilent(rune) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'));
    }

    private static bool Belongs(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An apostrophe, a joiner or a tatweel holds a word together: "don't" is one word.
    private static bool IsSilent(Rune rune) => rune.Value is '\'' or 0x2019 or 0x0640 or 0xAD || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static string Folded(string title, string language)
    {
        if (language.StartsWith("de", StringComparison.OrdinalIgnoreCase))
            title = title.Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("Ä", "Ae").Replace("Ö", "Oe").Replace("Ü", "Ue");
        var letters = title.Replace("ß", "ss").Replace("ø", "o").Replace("Ø", "O").Replace("æ", "ae").Replace("ł", "l").Normalize(NormalizationForm.FormD);
        var kept = new StringBuilder();
        var latin = false;
        foreach (var c in letters)
        {
            var mark = CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            if (mark && (latin || IsArabicVowel(c))) continue;
            kept.Append(c);
            if (!mark) latin = c < 0x250;
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    // Hamza and madda (U+0653 to U+0655) are letters' own; the short vowels are not written in an address.
    private static bool IsArabicVowel(char c) => c is (>= 'ً' and <= 'ْ') or 'ٰ';

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > Longest / 2 ? end : Longest)].TrimEnd('-');
    }
}
