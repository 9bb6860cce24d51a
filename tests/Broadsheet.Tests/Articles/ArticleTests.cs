using Broadsheet.Domain;
using Broadsheet.Domain.Articles;

namespace Broadsheet.Tests.Articles;

public sealed class ArticleTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Copy Good = new("The bridge is open", "<p>It opened at noon.</p>", "en", SectionId: 1);

    [Fact]
    public void A_published_article_carries_its_first_revision()
    {
        var article = Article.StartAt("/town/bridge/");

        var revision = article.Publish(Good, new Publication(Noon), Revision.NoHash, Noon).Value;

        Assert.True(article.IsPublished);
        Assert.Equal((1, Noon, "The bridge is open"), (revision.Number, revision.DatedAt, revision.Headline));
        Assert.Null(article.UpdatedAt);
    }

    [Fact]
    public void A_further_revision_keeps_the_date_of_the_first()
    {
        var article = Published();

        var second = article.Publish(Good with { Headline = "The bridge is shut" }, new Publication(Noon.AddDays(2)), Revision.NoHash, Noon.AddDays(2)).Value;

        Assert.Equal((2, Noon), (second.Number, article.PublishedAt));
    }

    [Fact]
    public void Only_a_material_change_gives_an_update_time()
    {
        var article = Published();

        article.Publish(Good, new Publication(Noon, Noon.AddHours(3), "The toll is named."), Revision.NoHash, Noon.AddHours(3));
        article.Publish(Good, new Publication(Noon), Revision.NoHash, Noon.AddHours(4));

        Assert.Equal((Noon.AddHours(3), "The toll is named."), (article.UpdatedAt, article.UpdateNote));
    }

    [Fact]
    public void An_update_is_never_older_than_the_article()
    {
        var refusal = Article.StartAt("/town/bridge/").Publish(Good, new Publication(Noon, Noon.AddDays(-1)), Revision.NoHash, Noon).Refused;

        Assert.Equal((RefusalKind.Invalid, "updated"), (refusal!.Kind, refusal.Field));
    }

    [Fact]
    public void A_refused_publication_leaves_the_article_as_it_was()
    {
        var article = Article.StartAt("/town/bridge/");

        Assert.NotNull(article.Publish(Good with { Headline = " " }, new Publication(Noon), Revision.NoHash, Noon).Refused);

        Assert.Equal((ArticleState.Draft, 0, null), (article.State, article.RevisionNumber, article.PublishedAt));
    }

    [Fact]
    public void Readers_are_told_when_and_why_an_article_was_withdrawn()
    {
        var article = Published();

        Assert.Null(article.Withdraw(" The quotation was invented. ", Noon.AddDays(1)));

        Assert.Equal((ArticleState.Withdrawn, Noon.AddDays(1), "The quotation was invented."), (article.State, article.WithdrawnAt, article.WithdrawnReason));
        Assert.False(article.TakesComments);
    }

    [Fact]
    public void Nothing_is_withdrawn_without_a_reason() =>
        Assert.Equal(("reason", RefusalKind.Invalid), (Published().Withdraw("  ", Noon)!.Field, Published().Withdraw("  ", Noon)!.Kind));

    [Fact]
    public void Only_a_published_article_can_be_withdrawn()
    {
        var article = Published();
        article.Withdraw("It was not so.", Noon);

        Assert.Equal(RefusalKind.Conflict, article.Withdraw("Once more.", Noon)!.Kind);
        Assert.Equal(RefusalKind.Conflict, Article.StartAt("/town/bridge/").Withdraw("Never seen.", Noon)!.Kind);
    }

    [Fact]
    public void A_withdrawn_article_that_is_published_again_is_no_longer_withdrawn()
    {
        var article = Published();
        article.Withdraw("It was not so.", Noon);

        article.Publish(Good, new Publication(Noon), Revision.NoHash, Noon.AddDays(1));

        Assert.Equal((ArticleState.Published, null, null), (article.State, article.WithdrawnAt, article.WithdrawnReason));
    }

    [Fact]
    public void Closed_replies_are_closed_though_the_article_is_there()
    {
        var article = Article.StartAt("/town/bridge/");

        article.Publish(Good, new Publication(Noon, CommentsOpen: false), Revision.NoHash, Noon);

        Assert.True(article.IsPublished && !article.TakesComments);
    }

    [Theory]
    [InlineData("", "<p>Text.</p>", null, "headline")]
    [InlineData(" \t", "<p>Text.</p>", null, "headline")]
    [InlineData("Headline", "", null, "body")]
    [InlineData("Headline", "<p> &nbsp; </p><hr>", null, "body")]
    [InlineData("Headline", "<p>Text.</p>", " ", "picture.alt")]
    public void Copy_that_lacks_something_says_what(string headline, string body, string? alt, string field)
    {
        var copy = new Copy(headline, body, "en", 1, Picture: alt is null ? null : new LeadPicture(1, alt, null, null));

        Assert.Equal(field, Assert.Single(copy.Faults()).Field);
    }

    [Fact]
    public void Copy_names_all_its_faults_at_once()
    {
        var faults = new Copy(new string('a', Copy.LongestHeadline + 1), "", "en", 1).Faults();

        Assert.Equal(["headline", "body"], faults.Select(f => f.Field));
        Assert.Equal("A headline has at most 300 characters.", faults[0].ToString());
    }

    [Fact]
    public void A_headline_of_the_greatest_length_is_printed() =>
        Assert.Empty((Good with { Headline = new string('a', Copy.LongestHeadline) }).Faults());

    private static Article Published()
    {
        var article = Article.StartAt("/town/bridge/");
        Assert.Null(article.Publish(Good, new Publication(Noon), Revision.NoHash, Noon).Refused);
        return article;
    }
}
