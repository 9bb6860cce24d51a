using System.Diagnostics;
using Broadsheet.Web.Features.History;
using CsCheck;

namespace Broadsheet.Tests.History;

public sealed class TextDiffTests
{
    [Fact]
    public void Words_are_compared_and_not_letters() => Assert.Equal("Six [-people-]{+men+} came.", Words("Six people came.", "Six men came."));

    [Fact]
    public void Neighbours_that_both_changed_are_one_change() => Assert.Equal("In all, [-two old men-]{+twelve young people+} sat on the wall by the harbour.", Words("In all, two old men sat on the wall by the harbour.", "In all, twelve young people sat on the wall by the harbour."));

    [Fact]
    public void A_vowel_sign_belongs_to_its_word() => Assert.Equal("रात की [-पाठशाला-]{+पाठशालाएँ+} खुली हैं", Words("रात की पाठशाला खुली हैं", "रात की पाठशालाएँ खुली हैं"));

    [Fact]
    public void A_text_about_something_else_is_told_whole() => Assert.Equal("[-The bridge is open.-]{+Nobody saw any ships at sea.+}", Words("The bridge is open.", "Nobody saw any ships at sea."));

    [Fact]
    public void Paragraphs_that_stayed_are_counted() =>
        Assert.Equal(["2", "[-Three went.-]", "1", "{+Five came.+}"], Lines("One.\nTwo.\nThree went.\nFour.", "One.\nTwo.\nFour.\nFive came."));

    [Fact]
    public void A_changed_paragraph_finds_its_former_self_behind_a_new_one() =>
        Assert.Equal(["{+All new here.+}", "The council met on [-Monday-]{+Tuesday+} in the hall."], Lines("The council met on Monday in the hall.", "All new here.\nThe council met on Tuesday in the hall."));

    [Fact]
    public void Both_texts_can_be_read_from_any_comparison() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var runs = WordDiff.Of(before, after, ref NoLimit());
        return string.Concat(runs.Where(r => r.Kind != "come").Select(r => r.Text)) == before && string.Concat(runs.Where(r => r.Kind != "gone").Select(r => r.Text)) == after;
    });

    [Fact]
    public void Every_paragraph_of_both_texts_is_in_the_comparison() => Gen.Select(Text.Array[0, 12], Text.Array[0, 12]).Sample((before, after) =>
    {
        var told = TextDiff.Of(string.Join('\n', before), string.Join('\n', after));
        int Count(string[] text) => text.Length == 1 && text[0].Length == 0 ? 0 : text.Length;
        return told.Paragraphs.Sum(p => p.Unchanged > 0 ? p.Unchanged : p.Runs.Any(r => r.Kind != "come") ? 1 : 0) <= Count(before) && told.Cut == 0;
    });

    [Theory]
    [InlineData(100_000, 16)]
    [InlineData(1, 1_500_000)]
    [InlineData(3_000, 500)]
    public void A_text_as_long_as_a_book_is_compared_soon(int paragraphs, int words)
    {
        string Book(string word) => string.Join('\n', Enumerable.Range(0, paragraphs).Select(p => string.Join(' ', Enumerable.Range(0, words).Select(w => $"{word}{(p + w) % 97}"))));
        var (before, after) = (Book("a"), Book("b"));
        var clock = Stopwatch.StartNew();

        var told = TextDiff.Of(before, after);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
        Assert.InRange(told.Paragraphs.Sum(p => p.Runs.Sum(r => r.Text.Length)), 1, 1_000_000);
    }

    private static readonly string[] Vocabulary = ["one", "two", "three", "dog", "drei"];

    private static readonly Gen<string> Text = Gen.Int[0, 4].Array[0, 8].Select(words => string.Join(' ', words.Select(n => Vocabulary[n])));

    private static ref long NoLimit()
    {
        limit = long.MaxValue;
        return ref limit;
    }

    [ThreadStatic] private static long limit;

    private static string Words(string before, string after) => Written(WordDiff.Of(before, after, ref NoLimit()));

    private static IEnumerable<string> Lines(string before, string after) => TextDiff.Of(before, after).Paragraphs.Select(p => p.Unchanged > 0 ? $"{p.Unchanged}" : Written(p.Runs));

    private static string Written(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Kind switch { "gone" => $"[-{r.Text}-]", "come" => $"{{+{r.Text}+}}", _ => r.Text }));
}
