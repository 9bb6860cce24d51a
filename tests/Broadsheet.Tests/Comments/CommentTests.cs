using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Tests.Comments;

public sealed class CommentTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Submission Typed = new("Ann", "ann@example.org", null, "Stay safe!");
    private static readonly Standing Stranger = new(Trusted: false, LastText: null, SentLately: 0, FromOurPage: true);

    [Theory]
    [InlineData(Hold.First, false, true, CommentState.Waiting, "first comment")]
    [InlineData(Hold.First, true, true, CommentState.Visible, "trusted")]
    [InlineData(Hold.First, true, false, CommentState.Waiting, "not from our page")]
    [InlineData(Hold.Never, false, true, CommentState.Visible, "no comment waits")]
    [InlineData(Hold.Never, false, false, CommentState.Visible, "no comment waits")]
    [InlineData(Hold.Always, true, true, CommentState.Waiting, "all comments wait")]
    public void A_comment_waits_as_the_paper_has_it(Hold hold, bool trusted, bool ours, CommentState state, string reason)
    {
        var comment = Post(Stranger with { Trusted = trusted, FromOurPage = ours }, new CommentRules(hold)).Value;

        Assert.Equal((state, reason), (comment.State, comment.Reason));
    }

    [Fact]
    public void The_same_reply_twice_is_a_double_click() =>
        Assert.Equal((RefusalKind.Conflict, "body"), Kind(Post(Stranger with { LastText = "<p>Stay safe!</p>" })));

    [Fact]
    public void Writing_too_fast_is_refused_where_the_paper_minds()
    {
        var hasty = Stranger with { SentLately = CommentRules.MostInWindow };

        Assert.Equal(RefusalKind.TooMany, Post(hasty).Refused!.Kind);
        Assert.Null(Post(hasty, new CommentRules(Flood: false)).Refused);
        Assert.Null(Post(hasty with { SentLately = CommentRules.MostInWindow - 1 }).Refused);
    }

    [Fact]
    public void Closed_replies_take_nothing() => Assert.Equal((RefusalKind.NotAllowed, null), Kind(Post(Stranger, article: Piece(open: false))));

    [Fact]
    public void An_answer_belongs_to_the_thread_of_what_it_answers()
    {
        var opener = Post(Stranger).Value;

        var answer = Comment.Post(Piece(), opener, Somebody, Typed, Stranger, new CommentRules(), Noon).Value;

        Assert.Equal((opener.Id, opener.Id), (answer.ParentId, answer.ThreadId));
        Assert.Equal((null, null), (opener.ParentId, opener.ThreadId));
    }

    [Fact]
    public void A_moderator_decides()
    {
        var comment = Post(Stranger).Value;

        comment.Approve("fine");
        Assert.Equal((CommentState.Visible, "fine"), (comment.State, comment.Reason));
        comment.Reject("insult");
        Assert.Equal((CommentState.Rejected, "insult"), (comment.State, comment.Reason));
    }

    private static readonly Reader Somebody = Reader.Of("ann@example.org", new Seal(new byte[Seal.KeyLength]), Noon);

    private static Result<Comment> Post(Standing standing, CommentRules? rules = null, Article? article = null) =>
        Comment.Post(article ?? Piece(), null, Somebody, Typed, standing, rules ?? new CommentRules(), Noon);

    private static (RefusalKind, string?) Kind(Result<Comment> posted) => (posted.Refused!.Kind, posted.Refused.Field);

    private static Article Piece(bool open = true)
    {
        var article = Article.StartAt("/town/bridge/");
        article.Show(article.Publish(new Copy("Bridge", "<p>Text.</p>", "en", 1), new Publication(Noon, CommentsOpen: open), Revision.NoHash, Noon).Value);
        return article;
    }
}
