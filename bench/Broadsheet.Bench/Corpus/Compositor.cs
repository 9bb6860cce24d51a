using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Bench.Corpus;

/// <summary>Turns drafts into rows, one after another: each revision's hash covers the one before.</summary>
public sealed class Compositor(Cast cast)
{
    private readonly Dictionary<string, long> topics = cast.Topics.ToDictionary(t => t.Slug, t => t.Id);
    private readonly Dictionary<string, long> bylines = cast.Bylines.ToDictionary(b => b.Slug, b => b.Id);
    private string head = Revision.NoHash;
    private long comments;

    public Batch Set(IEnumerable<Draft> drafts)
    {
        var batch = new Batch();
        foreach (var draft in drafts) Set(draft, batch);
        return batch;
    }

    private void Set(Draft draft, Batch batch)
    {
        var article = Article.StartAt(draft.Path);
        Identity.Give(article, draft.Number);
        var revision = article.Publish(draft.Copy, new Publication(draft.At, Rank: 1 + (int)(draft.Number % 5)), head, draft.At).Value;
        Identity.Give(revision, draft.Number);
        article.Show(revision);
        head = revision.Hash;
        batch.Articles.Add(article);
        batch.Revisions.Add(revision);
        batch.Addresses.Add(new Address(draft.Path, article.Id));
        batch.Listed.AddRange(ListsOf(article, draft.Copy).Select(list => new Listed(list, draft.At, article.Id)));
        batch.Changes.Add(Change.To(draft.At, $"article:{article.Id}", "front", $"section:{article.SectionId}"));
        SetReplies(draft, article, batch);
    }

    private IEnumerable<string> ListsOf(Article article, Copy copy) =>
    [
        Names.Articles, .. Around(article.SectionId).Select(Names.Section), .. copy.Topics!.Select(t => Names.Topic(topics[t.Slug])),
        .. copy.Credits!.Select(c => Names.Byline(bylines[c.Slug!])), .. article.StoryId is { } story ? [Names.Story(story)] : Array.Empty<string>(),
    ];

    private IEnumerable<long> Around(long sectionId)
    {
        for (long? at = sectionId; at is { } id; at = cast.Sections[(int)id - 1].ParentId) yield return id;
    }

    private void SetReplies(Draft draft, Article article, Batch batch)
    {
        List<Comment> set = [];
        foreach (var reply in draft.Replies)
        {
            var parent = reply.Parent is { } at ? set[at] : null;
            var comment = Comment.Post(article, parent, cast.Readers[reply.Reader], reply.Typed, new Standing(false, null, 0, true), new CommentRules(reply.Hold, Flood: false), reply.At.WholeMilliseconds()).Value;
            Identity.Give(comment, ++comments);
            set.Add(comment);
        }
        Identity.Count(article, set.Count(c => c.State == CommentState.Visible));
        batch.Comments.AddRange(set);
    }
}
