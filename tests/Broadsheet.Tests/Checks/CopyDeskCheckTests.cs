using Broadsheet.Bench.Checks;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Import.Checks;

namespace Broadsheet.Tests.Checks;

public sealed class CopyDeskCheckTests
{
    private static readonly CheckFacts Facts = new(new DateOnly(2026, 3, 5));

    [Theory]
    [InlineData("tuned")]
    [InlineData("held-out")]
    public void Planted_errors_are_found_and_sound_copy_is_left_alone(string half)
    {
        var score = Score.Of(half);

        Assert.True(score.All.Precision >= 0.95 && score.All.Recall >= 0.85, $"precision {score.All.Precision:0.00}, recall {score.All.Recall:0.00}:\n{string.Join('\n', score.Wrong)}");
        Assert.InRange(score.Articles, 60, 1000);
        Assert.InRange((double)score.Clean / score.Articles, 0.35, 0.65);
    }

    [Fact]
    public void A_finding_says_where_and_why()
    {
        var finding = Assert.Single(Of("<p>The fair opens.</p><p>It begins on Wednesday, 10 March 2026, at noon.</p>"));

        Assert.Equal(("weekday", Severity.Warn, "body", 2), (finding.Kind, finding.Severity, finding.Place.Field, finding.Place.Paragraph));
        Assert.Equal("“Wednesday, 10 March 2026”: that day is a Tuesday, 10 March 2026.", finding.ToString());
    }

    [Fact]
    public void The_same_finding_has_the_same_key_when_its_paragraph_moves_and_another_one_in_other_words()
    {
        var before = Assert.Single(Of("<p>It is in the the box.</p>"));
        var moved = Assert.Single(Of("<p>A new beginning.</p><p>It is in the the box.</p>"));
        var other = Assert.Single(Of("<p>It is in a a box.</p>"));

        Assert.Equal(before.Key, moved.Key);
        Assert.NotEqual(before.Key, other.Key);
    }

    [Fact]
    public void Placeholders_in_captions_alt_texts_and_fields_are_refused()
    {
        var copy = Copy("<p>Text.</p><figure><img src=\"/media/1/800.webp\" alt=\"TK\"><figcaption>XXX at home. <span class=\"credit\">Ann</span></figcaption></figure>") with { Kicker = "[[kicker]]" };

        var found = CopyDeskCheck.Findings(copy, Facts).Where(f => f.Kind == "placeholder").ToList();

        Assert.Equal(["body", "body", "kicker"], found.Select(f => f.Place.Field).Order());
        Assert.All(found, f => Assert.Equal(Severity.Refuse, f.Severity));
    }

    [Fact]
    public void What_stands_in_code_and_tables_is_no_prose() =>
        Assert.Empty(Of("<p>Text.</p><table><tbody><tr><td>the the</td><td>30 February</td></tr></tbody></table>"));

    [Fact]
    public void Hindi_dates_are_read() =>
        Assert.Equal("weekday", Assert.Single(CopyDeskCheck.Findings(Copy("<p>बैठक सोमवार, 3 मार्च 2026 को हुई।</p>") with { Language = "hi" }, Facts)).Kind);

    [Fact]
    public void A_page_that_is_too_heavy_is_told()
    {
        var random = new Random(1);
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(_ => (char)('a' + random.Next(26)) + Convert.ToHexStringLower(BitConverter.GetBytes(random.Next()))));

        Assert.Equal("weight", Assert.Single(Of($"<p>{text}</p>")).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>")]
    [InlineData("<p>((((“”””)))) 1 2 3 %%% $ € th st 99999999999999999999 of 0 (0%)</p>")]
    [InlineData("<p>She, who was born in 1930, died aged 79.</p>")]
    [InlineData("<p>The fund has $79228162514264337593543950335 billion and 99999999999999999999999999 euros.</p>")]
    [InlineData("<p>Of 0 members 0 voted, 0 of 0 (0 percent). 31 February 99999.</p>")]
    public void Odd_text_is_no_fault_of_the_program(string body) => Assert.NotNull(CopyDeskCheck.Findings(Copy(body), CheckFacts.None));

    private static Copy Copy(string body) => new("A headline", body, "en", 1, Standfirst: "A standfirst.", Credits: [new("Ann Writer", "ann-writer")]);

    private static IReadOnlyList<Finding> Of(string body) => CopyDeskCheck.Findings(Copy(body), Facts);
}
