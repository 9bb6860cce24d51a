using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Domain.Comments;

/// <summary>What a reader wrote below an article. It waits for a moderator unless the reader is trusted or the paper holds nothing back.</summary>
public sealed class Comment
{
    private Comment() { }

    public long Id { get; private set; }
    public long ArticleId { get; private set; }

    /// <summary>The revision that the reader had before them.</summary>
    public long RevisionId { get; private set; }

    /// <summary>The comment it answers; null for one that answers the article.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The comment that opened the thread; null for that one itself.</summary>
    public long? ThreadId { get; private set; }
    public long ReaderId { get; private set; }
    public string Author { get; private set; } = "";
    public string? Website { get; private set; }

    /// <summary>HTML made by <see cref="CommentText"/>: paragraphs, line breaks and links, nothing else.</summary>
    public string Body { get; private set; } = "";
    public CommentState State { get; private set; }

    /// <summary>Why it is in its state: the name of the check, or what the moderator said.</summary>
    public string Reason { get; private set; } = "";
    public DateTime PostedAt { get; private set; }

    /// <param name="parent">A visible comment on the same article, or null.</param>
    public static Result<Comment> Post(Article article, Comment? parent, Reader reader, Submission typed, Standing standing, CommentRules rules, DateTime now)
    {
        if (!article.TakesComments) return Refusal.NotAllowed("Replies to this article are closed.");
        var body = CommentText.ToHtml(typed.Text);
        if (standing.LastText == body) return Refusal.Conflict("You have just sent the same reply.").At("body");
        if (rules.Flood && standing.SentLately >= CommentRules.MostInWindow) return Refusal.TooMany("You are writing faster than we can read. Wait a minute and send it again.");

        var (state, reason) = Decide(standing, rules);
        return new Comment
        {
            ArticleId = article.Id, RevisionId = article.RevisionId!.Value, ParentId = parent?.Id, ThreadId = parent?.ThreadId ?? parent?.Id,
            ReaderId = reader.Id, Author = typed.Author, Website = typed.Website, Body = body, State = state, Reason = reason, PostedAt = now,
        };
    }

    /// <summary>A comment that was made elsewhere and decided on there.</summary>
    /// <param name="parent">The one it answers, or null.</param>
    /// <param name="body">Sanitized HTML.</param>
    public static Comment Bring(Article article, Comment? parent, Reader reader, string author, string? website, string body, CommentState state, string reason, DateTime postedAt) => new()
    {
        ArticleId = article.Id, RevisionId = article.RevisionId!.Value, ParentId = parent?.Id, ThreadId = parent?.ThreadId ?? parent?.Id,
        ReaderId = reader.Id, Author = author, Website = website, Body = body, State = state, Reason = reason, PostedAt = postedAt,
    };

    /// <summary>The same text at the same place: for a reader who sends once more what may have arrived.</summary>
    public bool IsSameAs(Comment? parent, Submission typed) => ParentId == parent?.Id && Body == CommentText.ToHtml(typed.Text);

    public void Approve(string reason) => (State, Reason) = (CommentState.Visible, reason);

    public void Reject(string reason) => (State, Reason) = (CommentState.Rejected, reason);

    private static (CommentState, string) Decide(Standing standing, CommentRules rules)
    {
        foreach (var (name, ask) in Checks)
            if (ask(standing, rules) is { } state) return (state, name);
        return (CommentState.Visible, "nothing against it");
    }

    private static readonly (string Name, Func<Standing, CommentRules, CommentState?> Ask)[] Checks =
    [
        ("all comments wait", (_, rules) => rules.Hold == Hold.Always ? CommentState.Waiting : null),
        ("no comment waits", (_, rules) => rules.Hold == Hold.Never ? CommentState.Visible : null),
        // Before trust: an address alone is no proof of who writes; a form from nowhere could carry anybody's.
        ("not from our page", (standing, _) => standing.FromOurPage ? null : CommentState.Waiting),
        ("trusted", (standing, _) => standing.Trusted ? CommentState.Visible : null),
        ("first comment", (_, rules) => rules.Hold == Hold.First ? CommentState.Waiting : null),
    ];
}
