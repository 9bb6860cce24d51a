using Broadsheet.Domain;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Tests.Languages;

public sealed class LanguageTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly LanguageShelf Shelf = new(Path.Combine(Repository.Root, "themes", "broadsheet", "languages"), "en", Berlin);
    private static readonly DateTime Evening = new(2026, 11, 22, 18, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("en", "22 November 2026", "19:05")]
    [InlineData("de", "22. November 2026", "19:05")]
    [InlineData("hi", "22 नवंबर 2026", null)]
    [InlineData("ar", "٢٢ نوفمبر ٢٠٢٦", null)]
    public void A_date_is_written_as_its_readers_write_it(string tag, string date, string? time)
    {
        var moment = Shelf.In(tag).Moment(Evening);

        Assert.Equal(("2026-11-22T19:05:00+01:00", date), (moment.Iso, moment.Date));
        if (time is not null) Assert.Equal(time, moment.Time);
        Assert.Contains(moment.Date, moment.Text);
    }

    [Fact]
    public void Arabic_times_have_Arabic_digits() => Assert.DoesNotContain(Shelf.In("ar").Moment(Evening).Time, char.IsAsciiDigit);

    [Fact]
    public void Summer_time_is_told_from_winter_time()
    {
        Assert.EndsWith("+02:00", Shelf.In("en").Moment(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc)).Iso);
        Assert.StartsWith("2026-07-02T00:30", Shelf.In("en").Moment(new DateTime(2026, 7, 1, 22, 30, 0, DateTimeKind.Utc)).Iso);
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("de-AT", "ltr")]
    [InlineData("hi", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("ar-MA", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("ur", "rtl")]
    [InlineData("fa", "rtl")]
    public void A_language_knows_its_direction(string tag, string direction) => Assert.Equal(direction, Shelf.In(tag).Direction);

    [Theory]
    [InlineData("en", "1,234,567")]
    [InlineData("de", "1.234.567")]
    [InlineData("hi", "12,34,567")]
    [InlineData("ar", "١٬٢٣٤٬٥٦٧")]
    public void Numbers_are_grouped_as_readers_group_them(string tag, string number) => Assert.Equal(number, Shelf.In(tag).Number(1_234_567));

    [Theory]
    [InlineData("en", 0, "0 replies")]
    [InlineData("en", 1, "1 reply")]
    [InlineData("en", 1000, "1,000 replies")]
    [InlineData("ar", 0, "لا تعليقات")]
    [InlineData("ar", 1, "تعليق واحد")]
    [InlineData("ar", 2, "تعليقان")]
    [InlineData("ar", 3, "٣ تعليقات")]
    [InlineData("ar", 11, "١١ تعليقًا")]
    [InlineData("ar", 100, "١٠٠ تعليق")]
    [InlineData("ar", 103, "١٠٣ تعليقات")]
    public void A_count_has_the_form_that_its_number_wants(string tag, int count, string said) => Assert.Equal(said, Shelf.In(tag).Say("replies_count", count));

    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("de", 2, "other")]
    [InlineData("hi", 0, "one")]
    [InlineData("hi", 1, "one")]
    [InlineData("hi", 2, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 10, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 99, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 102, "other")]
    [InlineData("ar", 110, "few")]
    [InlineData("ar", 111, "many")]
    public void Plurals_follow_CLDR(string language, long number, string category) => Assert.Equal(category, Plural.CategoryOf(language, number));

    [Fact]
    public void A_refusal_is_told_in_the_readers_language()
    {
        var refusal = Refusal.Invalid("A reply has at most {0} characters.", 8000);

        Assert.Equal("A reply has at most 8,000 characters.", Shelf.In("en").Say(refusal));
        Assert.Contains("8.000", Shelf.In("de").Say(refusal));
        Assert.NotEqual(refusal.ToString(), Shelf.In("ar").Say(refusal));
    }

    [Fact]
    public void A_language_without_phrases_speaks_the_papers()
    {
        Assert.Equal("Latest", Shelf.In("fr").Say("latest"));
        Assert.Equal("fr", Shelf.In("fr").Tag);
    }
}
