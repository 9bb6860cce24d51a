using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using CsCheck;

namespace Broadsheet.Tests.Working;

public sealed class MergeTests
{
    private static readonly Copy Common = new("Bridge closed", "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", "en", 1, Standfirst: "For a week.");

    [Fact]
    public void Two_who_wrote_in_different_fields_both_keep_what_they_wrote()
    {
        var merged = Merge.Of(Common, Common with { Headline = "Bridge shut" }, Common with { Standfirst = "For a month.", Credits = [new("Ann", null)] });

        Assert.Empty(merged.Clashes);
        Assert.Equal(("Bridge shut", "For a month.", "Ann"), (merged.Copy.Headline, merged.Copy.Standfirst, merged.Copy.Credits![0].Name));
    }

    [Theory]
    [InlineData("1' 2 3", "1 2' 3", "1' 2' 3")]
    [InlineData("1 2 3 4", "0 1 2 3", "0 1 2 3 4")]
    [InlineData("1 3", "1 2 3'", "1 3'")]
    [InlineData("1 a 2 3", "1 2 b 3", "1 a 2 b 3")]
    [InlineData("2 3", "1 2 3 4", "2 3 4")]
    [InlineData("1 2' 3", "1 2' 3", "1 2' 3")]
    [InlineData("1 2' 3", "1 2' 3 4", "1 2' 3 4")]
    [InlineData("a 1 2 3", "1' 2 3", "a 1' 2 3")]
    public void Paragraphs_that_do_not_touch_are_put_together(string mine, string theirs, string together)
    {
        var merged = Merge.Of(Body("1 2 3"), Body(mine), Body(theirs));

        Assert.Empty(merged.Clashes);
        Assert.Equal(Body(together).Body, merged.Copy.Body);
    }

    [Theory]
    [InlineData("1 2' 3", "1 2'' 3", "2'", "2''")]
    [InlineData("1 3", "1 2' 3", "", "2'")]
    [InlineData("1 2 3 a", "1 2 3 b", "a", "b")]
    [InlineData("1' 2' 3", "1 2'' 3''", "1' 2' 3", "1 2'' 3''")]
    public void In_one_paragraph_both_are_kept_to_choose_from(string mine, string theirs, string yours, string others)
    {
        var clash = Assert.Single(Merge.Of(Body("1 2 3"), Body(mine), Body(theirs)).Clashes);

        Assert.Equal(("body", Body(yours).Body, Body(others).Body), (clash.Field, clash.Mine, clash.Theirs));
    }

    [Fact]
    public void A_field_that_both_changed_is_a_clash_and_the_rest_fits_together()
    {
        var merged = Merge.Of(Common, Common with { Headline = "Mine", Kicker = "Roads" }, Common with { Headline = "Theirs", Dateline = "LODE" });

        Assert.Equal(("headline", "Bridge closed", "Mine", "Theirs"), Assert.Single(merged.Clashes) is var c ? (c.Field, c.Common, c.Mine, c.Theirs) : default);
        Assert.Equal(("Theirs", "Roads", "LODE"), (merged.Copy.Headline, merged.Copy.Kicker, merged.Copy.Dateline));
    }

    [Fact]
    public void Where_nobody_knows_what_both_began_with_every_difference_is_a_clash() =>
        Assert.Equal(["headline", "body"], Merge.Of(null, Common with { Headline = "Mine", Body = "<p>One.</p>" }, Common).Clashes.Select(c => c.Field));

    [Fact]
    public void An_empty_list_and_none_are_the_same() => Assert.Empty(Merge.Of(Common, Common with { Topics = [] }, Common with { Headline = "B" }).Clashes);

    /// <summary>The law: whatever either wrote is in the outcome, or in what there is to choose from; and what nobody touched stays.</summary>
    [Fact]
    public void Nothing_that_anybody_wrote_is_lost() => Gen.Select(Texts, Texts, Texts).Sample((common, mine, theirs) =>
    {
        var merged = Merge.Of(Body(common), Body(mine), Body(theirs));
        var all = merged.Passages.SelectMany(p => (p.Agreed ?? []).Concat(p.Mine ?? []).Concat(p.Theirs ?? [])).ToList();
        var (old, me, them) = (Blocks.Of(Body(common).Body), Blocks.Of(Body(mine).Body), Blocks.Of(Body(theirs).Body));
        Assert.All(me.Concat(them).Where(b => !old.Contains(b)), block => Assert.Contains(block, all));
        // Of two that are alike each may have taken out another one.
        Assert.All(old.Where(b => old.Count(o => o == b) == 1 && me.Contains(b) && them.Contains(b)), block => Assert.Contains(block, all));
        Assert.True(Merge.IsSame(Merge.Of(Body(common), Body(mine), Body(common)).Copy, Body(mine)));
        Assert.True(Merge.IsSame(Merge.Of(Body(common), Body(common), Body(theirs)).Copy, Body(theirs)));
    });

    [Theory]
    [InlineData("<p>a</p>\n<p>b <em>c</em></p>", "<p>a</p>|<p>b <em>c</em></p>")]
    [InlineData("<figure><img src=\"x\" alt=\"1 > 0\"><figcaption>c</figcaption></figure><hr><p>d<br>e</p>", "<figure><img src=\"x\" alt=\"1 > 0\"><figcaption>c</figcaption></figure>|<hr>|<p>d<br>e</p>")]
    [InlineData("loose <em>words</em> here<p>a</p>tail", "loose <em>words</em> here|<p>a</p>|tail")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("", "")]
    public void A_body_falls_into_its_blocks(string html, string blocks) => Assert.Equal(blocks.Split('|', StringSplitOptions.RemoveEmptyEntries), Blocks.Of(html));

    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abcdefg"], 0, 8].Select(letters => string.Join(' ', letters.ToCharArray()));

    private static Copy Body(string blocks) => Common with { Body = string.Join("\n", blocks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => $"<p>{b}</p>")) };
}
