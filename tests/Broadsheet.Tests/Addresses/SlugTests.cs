using System.Globalization;
using System.Text;
using Broadsheet.Domain.Addresses;
using CsCheck;

namespace Broadsheet.Tests.Addresses;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Council votes 19 to 14, at last!", "en", "council-votes-19-to-14-at-last")]
    [InlineData("  Don’t say “no”  ", "en", "dont-say-no")]
    [InlineData("Crème brûlée à la carte", "fr", "creme-brulee-a-la-carte")]
    [InlineData("Wäsche für Österreich, groß", "de", "waesche-fuer-oesterreich-gross")]
    [InlineData("Wäsche für Österreich, groß", "en", "wasche-fur-osterreich-gross")]
    [InlineData("रात की पाठशाला", "hi", "रात-की-पाठशाला")]
    [InlineData("दिल्ली में बारिश!", "hi", "दिल्ली-में-बारिश")]
    [InlineData("موسم الطيور العابرة", "ar", "موسم-الطيور-العابرة")]
    [InlineData("كِتَابٌ جديد", "ar", "كتاب-جديد")]
    [InlineData("آخر الأخبار", "ar", "آخر-الأخبار")]
    [InlineData("Ærø øl", "da", "aero-ol")]
    [InlineData("Йод и ёлка", "ru", "йод-и-ёлка")]
    [InlineData("北京 2026", "zh", "北京-2026")]
    [InlineData("…?!—", "en", "")]
    [InlineData("", "en", "")]
    public void A_title_becomes_an_address(string title, string language, string slug) => Assert.Equal(slug, Slug.Of(title, language));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("harbour", 30)), "en");

        Assert.InRange(slug.Length, Slug.Longest / 2, Slug.Longest);
        Assert.All(slug.Split('-'), word => Assert.Equal("harbour", word));
    }

    [Fact]
    public void A_letter_is_never_cut_in_two() => Assert.All(Slug.Of("a" + string.Concat(Enumerable.Repeat("𐐀", 60)), "en").EnumerateRunes(), rune => Assert.NotEqual(Rune.ReplacementChar, rune));

    [Fact]
    public void A_sign_that_Unicode_does_not_know_is_left_out() => Assert.Equal("a-b", Slug.Of("a \ufffe b", "en"));

    // Letters of many scripts, marks, signs, joiners, and whole letters beyond 16 bits.
    private static readonly Gen<string> Title = Gen.OneOf(
        Gen.Char.Select(c => char.IsSurrogate(c) ? "x" : c.ToString()), Gen.OneOf("-", " ", "'", "ä", "ß", "é", "İ", "ǅ", "ﬀ", "ि", "्", "ँ", "ً", "ٓ", "آ", "ـ", "\u200d", "😀", "𐐀", "𝒜", "가", "가"),
        Gen.Int[0x20, 0x24F].Select(c => ((char)c).ToString())).Array[0, 60].Select(string.Concat);

    [Fact]
    public void An_address_holds_letters_digits_marks_and_single_hyphens_only() => Gen.Select(Title, Gen.OneOf("en", "de", "hi", "ar")).Sample((title, language) =>
    {
        var slug = Slug.Of(title, language);
        return slug.Length <= Slug.Longest && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--") && slug.EnumerateRunes().All(Belongs);
    }, iter: 2000);

    [Fact]
    public void An_address_made_of_an_address_is_the_same() => Gen.Select(Title, Gen.OneOf("en", "de", "hi", "ar")).Sample((title, language) =>
        Slug.Of(Slug.Of(title, language), language) == Slug.Of(title, language), iter: 2000);

    [Fact]
    public void An_address_is_written_in_one_way_only() => Title.Sample(title => Slug.Of(title, "en").IsNormalized(NormalizationForm.FormC), iter: 2000);

    private static bool Belongs(Rune rune) => rune.Value == '-' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
