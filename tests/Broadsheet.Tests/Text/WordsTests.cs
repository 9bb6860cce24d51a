using Broadsheet.Domain.Text;
using CsCheck;

namespace Broadsheet.Tests.Text;

public class WordsTests
{
    private static readonly string[] Languages = ["en", "de", "hi", "ar", "fr", "", "zh-Hant", "-", "x_y"];

    [Theory]
    [InlineData("en", "Fire", "FIRES")]
    [InlineData("en", "publish", "published")]
    [InlineData("en", "run", "running")]
    [InlineData("en", "policy", "policies")]
    [InlineData("en", "crash", "crashes")]
    [InlineData("en", "movie", "movies")]
    [InlineData("en", "tax", "taxes")]
    [InlineData("en", "carry", "carried")]
    [InlineData("en", "Merkel", "Merkel’s")]
    [InlineData("en-GB", "report", "reports")]
    [InlineData("de", "Haus", "Häuser")]
    [InlineData("de", "Wahl", "Wahlen")]
    [InlineData("de-AT", "Strasse", "Straßen")]
    [InlineData("hi", "लड़का", "लडके")]
    [InlineData("hi", "ज़्यादा", "ज्यादा")]
    [InlineData("hi", "पाँच", "पांच")]
    [InlineData("ar", "كتاب", "الكِتَاب")]
    [InlineData("ar", "أحمد", "احمد")]
    [InlineData("ar", "مدرسة", "مدرســـه")]
    [InlineData("ar", "مصطفى", "مصطفي")]
    [InlineData("fr", "été", "ETE")]
    [InlineData("und", "Ιστορία", "ΙΣΤΟΡΙΑ")]
    [InlineData("und", "İzmir", "izmir")]
    [InlineData("und", "2024", "٢٠٢٤")]
    [InlineData("und", "coöperation", "co\u00ADo\u0308peration")]
    [InlineData("und", "ﬁlm", "film")]
    public void Spellings_of_one_word_meet(string language, string one, string other) =>
        Assert.Equal(In(one, language), In(other, language));

    [Theory]
    [InlineData("en", "police", "policy")]
    [InlineData("en", "king", "k")]
    [InlineData("en", "news", "new")]
    [InlineData("ru", "мой", "мои")]
    [InlineData("hi", "कल", "काल")]
    public void Different_words_stay_apart(string language, string one, string other) =>
        Assert.NotEqual(In(one, language), In(other, language));

    [Fact]
    public void Vowel_signs_do_not_break_a_Devanagari_word() =>
        Assert.Equal(["किताब"], In("किताब", "und"));

    [Fact]
    public void Apostrophes_hold_a_word_together_but_French_articles_stand_apart()
    {
        Assert.Equal(["oneill", "dont"], In("'O’Neill' don't", "en"));
        Assert.Equal(["l", "homme"], In("l'homme", "fr"));
    }

    [Fact]
    public void Scripts_without_spaces_come_as_pairs()
    {
        Assert.Equal(["東京", "京都", "2024"], In("東京都2024", "ja"));
        Assert.Equal(["東"], In("「東」", "ja"));
    }

    [Fact]
    public void A_query_of_common_words_still_asks_something()
    {
        Assert.Equal(["to", "be", "or", "not", "to", "be"], In("To be, or not to be?", "en"));
        Assert.Empty(Words.Telling("To be, or not to be?", "en"));
    }

    [Theory]
    [InlineData("en", "The minister said that they don't", "minister")]
    [InlineData("de", "Die Regierung hat das für nicht", "regierung")]
    [InlineData("hi", "यह किताब में है", "किताब")]
    [InlineData("ar", "هذا كتاب في", "كتاب")]
    public void Telling_words_leave_the_common_ones_out(string language, string text, string telling) =>
        Assert.Equal(Words.In(telling, language), Words.Telling(text, language));

    [Fact]
    public void Half_a_surrogate_pair_counts_as_a_space() =>
        Assert.Equal(["left", "right"], In("left\uD83Dright\uDE00", "en"));

    [Fact]
    public void Letters_beyond_the_basic_plane_are_letters() =>
        Assert.Equal(["abc"], In("𝐀𝐛𝐜 😀", "en"));

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("\u0301")]
    [InlineData("a'")]
    [InlineData("ก\u0E38")]
    [InlineData("\u0E38")]
    public void A_megabyte_without_a_space_makes_no_long_word(string part)
    {
        var noise = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        Assert.All(Words.In("x" + noise, "en"), word => Assert.InRange(word.Length, 1, 100));
    }

    [Fact]
    public void Any_text_in_any_language_gives_clean_words_and_always_the_same() =>
        Gen.Select(Gen.String, Gen.Int[0, Languages.Length - 1].Select(at => Languages[at])).Sample((text, language) =>
        {
            var words = In(text, language);
            return words.SequenceEqual(In(text, language))
                && words.All(word => word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsUpper(c) || c == '\uFFFD'));
        });

    [Fact]
    public void What_stands_around_a_word_does_not_change_it() =>
        Gen.String[Gen.Char["aeiouäßrstnडक़ेíدُةأЙй'"], 1, 12].Sample(word =>
            In($"({word}) — {word}!", "de").SequenceEqual([.. In(word, "de"), .. In(word, "de")]));

    private static string[] In(string text, string language) => [.. Words.In(text, language)];
}
