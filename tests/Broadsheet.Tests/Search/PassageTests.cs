using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Search;

namespace Broadsheet.Tests.Search;

public class PassageTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("filler", 400));

    [Theory]
    [InlineData("ferri", "<p>The <em>ferry</em> is late.</p>", "The <mark>ferry</mark> is late.")]
    [InlineData("ferri", "<p>Two <b>FERRIES</b>, two captains &amp; a dog</p>", "Two <mark>FERRIES,</mark> two captains &amp; a dog")]
    [InlineData("harbour", "<p>First.</p><p>The &quot;harbour&quot;</p>", "First. The <mark>&quot;harbour&quot;</mark>")]
    [InlineData("nowhere", "<p>The ferry is late.</p>", "The ferry is late.")]
    public void A_short_text_is_shown_whole_with_its_words_marked(string sought, string body, string shown) =>
        Assert.Equal(shown, new Passage([sought]).In(body, "en"));

    [Fact]
    public void A_long_text_is_shown_from_a_few_words_before_the_first_one_sought()
    {
        var shown = new Passage(["ferri"]).In($"<p>{Long}</p><p>one two three four five six seven eight nine <a href=\"/ferry/\">Ferries</a> sail.</p><p>{Long}</p>", "en");

        Assert.StartsWith("… two three four five six seven eight nine <mark>Ferries</mark> sail. filler", shown);
        Assert.EndsWith("…", shown);
    }

    [Theory]
    [InlineData("<a href=\"/ferry/\" title=\"ferry\">Away</a>")]
    [InlineData("<a href=\"/a\">transferry</a>")]
    public void What_only_looks_like_a_word_is_passed_over(string inside)
    {
        var shown = new Passage(["ferri"]).In($"<p>{inside} {Long}</p><p>The ferry.</p>", "en");

        Assert.StartsWith("… ", shown);
        Assert.EndsWith("The <mark>ferry.</mark>", shown);
    }

    [Fact]
    public void A_word_under_another_beginning_is_found_too()
    {
        var shown = new Passage(Words.In("Brücke", "de")).In($"<p>{Long}</p><p>Die Brücke.</p>", "de");

        Assert.StartsWith("… ", shown);
        Assert.EndsWith("Die <mark>Br&#252;cke.</mark>", shown);
    }

    [Theory]
    [InlineData("<a href=\"/somewhere/that/is/not/shown/\">")]
    [InlineData("<img alt=\"harbour, seen from the quay\" src=\"/a-picture-with-a-very-long-name-so-that-it-reaches-over-the-place-where-the-part-begins.jpg\"> ")]
    public void What_is_shown_begins_with_no_half_of_a_tag(string tag)
    {
        foreach (var length in Enumerable.Range(0, 60))
        {
            var shown = new Passage(["ferri"]).In($"<p>{Long} {tag}{new string('x', length)} and five short words more, and again five short words more, then a ferry.</p>", "en");

            Assert.EndsWith("then a <mark>ferry.</mark>", shown);
            Assert.DoesNotContain("&quot;", shown);
        }
    }
}
