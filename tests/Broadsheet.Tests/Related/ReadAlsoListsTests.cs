using Broadsheet.Domain.Related;
using Stored = Broadsheet.Domain.Related.ReadAlso;

namespace Broadsheet.Tests.Related;

public sealed class ReadAlsoListsTests : IDisposable
{
    private const string Flood = "Heavy rain flooded the harbour of Brightwater, the river Aller rose and the dam at Hollen broke.";
    private const string Derby = "United won the derby in extra time, goalkeeper Moreno saved two penalties before the whistle.";
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly ReadAlsoLists lists = new();

    public void Dispose() => lists.Dispose();

    [Fact]
    public void A_new_article_changes_its_own_list_and_those_of_its_kind()
    {
        Known(1, Flood, []);
        Known(2, Derby, []);
        lists.Put(Article(3, Flood), 30, null);

        Assert.Equal(["3: 1", "1: 3"], Settled());
        Assert.Equal(0, lists.Due);
    }

    [Fact]
    public void A_list_that_stays_as_it_was_is_given_but_does_not_differ()
    {
        Known(1, Flood, []);
        Known(2, Derby, []);
        lists.Put(Article(1, Flood + " Boats sank."), 11, null);

        var own = Assert.Single(lists.Settle(Now));

        Assert.Equal((1, 11, false), (own.List.ArticleId, own.List.RevisionId, own.Differs));
    }

    [Fact]
    public void An_article_whose_list_is_of_its_revision_is_not_due()
    {
        Known(1, Flood, [2]);
        Assert.Equal(0, lists.Due);
        lists.Put(Article(1, Flood), 11, new Stored(1, 10, [2], Now));
        Assert.Equal((1, 1), (lists.Due, lists.Articles));
    }

    [Fact]
    public void What_came_last_is_made_first()
    {
        for (var id = 1; id <= 3; id++) lists.Put(Article(id, Flood), id, null);
        lists.Put(Article(1, Derby), 9, null);

        Assert.Equal([1, 3, 2], Enumerable.Range(0, 3).Select(_ => lists.Settle(Now)[0].List.ArticleId));
    }

    [Fact]
    public void Lists_that_are_made_together_are_made_once()
    {
        for (var id = 1; id <= 3; id++) lists.Put(Article(id, Flood), id, null);
        lists.Put(Article(4, Derby), 4, null);

        Assert.All(Enumerable.Range(0, 4), _ => Assert.Single(lists.Settle(Now)));
    }

    [Fact]
    public void Lists_that_held_a_withdrawn_article_are_made_again()
    {
        Known(1, Flood, [2, 4]);
        Known(2, Flood, [1, 4]);
        Known(3, Derby, []);
        Known(4, Flood, [1, 2]);

        Assert.Equal(["1: 4", "4: 1"], Texts(lists.Remove(2, Now)).Order());
        Assert.Equal(3, lists.Articles);
    }

    [Fact]
    public void A_list_that_holds_an_article_of_which_nothing_else_is_known_is_made_again()
    {
        Known(1, Flood, [77]);
        Assert.Equal(["1: "], Texts(lists.Remove(77, Now)));
    }

    [Fact]
    public void A_changed_text_is_taken_from_lists_that_held_it()
    {
        foreach (var (id, picks) in new[] { (1, new long[] { 2, 4 }), (2, [1, 4]), (4, [1, 2]) }) Known(id, Flood, picks);
        Known(3, Derby, []);
        lists.Put(Article(2, Derby), 99, null);

        Assert.Equal(["1: 4", "2: 3", "3: 2", "4: 1"], Settled().Order());
    }

    private IEnumerable<string> Settled() => Texts(lists.Settle(Now));

    private static List<string> Texts(IEnumerable<Amendment> amendments) =>
        [.. amendments.Where(a => a.Differs).Select(a => $"{a.List.ArticleId}: {string.Join(' ', a.List.Picks)}")];

    private void Known(long id, string text, long[] picks) => lists.Put(Article(id, text), id, new Stored(id, id, picks, Now));

    private static RelatedArticle Article(long id, string text) => new(id, text.Split(',')[0], text, "en");
}
