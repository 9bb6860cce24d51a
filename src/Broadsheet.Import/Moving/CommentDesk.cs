using Broadsheet.Data;
using Broadsheet.Data.Comments;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Readers;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Brings the replies to articles over, each as it was decided on. To be used while holding the write lock.</summary>
internal sealed class CommentDesk(NewsDb db, Rows rows, Numbers numbers, Seal seal, string source, MoveReport report, CancellationToken stop)
{
    /// <summary>Those that are not there yet; what was decided here since stays decided.</summary>
    public async Task BringAsync(IReadOnlyCollection<(Article Article, Galley Galley)> pieces, DateTime now)
    {
        var there = await ThereAsync([.. pieces.SelectMany(p => p.Galley.Replies).Select(r => r.Key)]);
        List<(Article Article, SetReply Reply)> fresh = [.. from p in pieces from reply in p.Galley.Replies where !there.ContainsKey(reply.Key) select (p.Article, reply)];
        if (fresh.Count == 0) return;
        var older = await OlderAsync(fresh, there);
        var readers = await ReadersAsync([.. fresh.Select(f => f.Reply)], now);
        var given = await numbers.KeepAsync("comment", db.Comments.Select(c => c.Id), fresh.ToDictionary(f => f.Reply.Key, f => f.Reply.Key), stop);
        List<Comment> made = [];
        List<Brought> brought = [];
        foreach (var piece in pieces)
        {
            var known = piece.Galley.Replies.Where(r => r.From.Id > 0 && there.ContainsKey(r.Key)).DistinctBy(r => r.From.Id).ToDictionary(r => r.From.Id, r => older.GetValueOrDefault(there[r.Key]));
            foreach (var reply in piece.Galley.Replies.Where(r => !there.ContainsKey(r.Key)))
            {
                var comment = Set(piece.Article, reply, ParentOf(piece.Galley.Item, reply, known), readers[reply.Fingerprint], given[reply.Key]);
                if (reply.From.Id > 0) known.TryAdd(reply.From.Id, comment);
                made.Add(comment);
                brought.Add(new Brought(source, Brought.Comment, reply.Key, comment.Id, "", 0));
                Count(reply);
            }
        }
        await rows.PutAsync(made, stop);
        await rows.PutAsync(brought, stop);
        await TellAsync([.. fresh.Select(f => f.Article.Id).Distinct()]);
    }

    private Comment? ParentOf(Item item, SetReply reply, Dictionary<long, Comment?> known)
    {
        Comment? parent = null;
        if (reply.From.ParentId > 0 && !known.TryGetValue(reply.From.ParentId, out parent)) report.Remark(item.At, $"comment {reply.From.Id}: the one that it answers, {reply.From.ParentId}, is not there; here it answers the article");
        // An answer that readers see must not hang on one that they do not.
        return reply.State == CommentState.Visible && parent is { State: not CommentState.Visible } ? null : parent;
    }

    private static Comment Set(Article article, SetReply reply, Comment? parent, Reader reader, long number)
    {
        var comment = Comment.Bring(article, parent, reader, reply.Author, reply.Website, reply.Body, reply.State, reply.Reason, reply.From.PostedAt ?? article.PublishedAt!.Value);
        Identity.Give(comment, number);
        return comment;
    }

    private async Task<Dictionary<long, long>> ThereAsync(List<long> keys) =>
        await db.Brought.AsNoTracking().Where(b => b.Source == source && b.Kind == Brought.Comment && keys.Contains(b.OldId)).ToDictionaryAsync(b => b.OldId, b => b.NewId, stop);

    /// <summary>Those that came over earlier below the articles to which new ones come now: one may answer them.</summary>
    private async Task<Dictionary<long, Comment>> OlderAsync(List<(Article Article, SetReply)> fresh, Dictionary<long, long> there)
    {
        if (there.Count == 0) return [];
        var (articles, ids) = (fresh.Select(f => f.Article.Id).Distinct().ToList(), there.Values.ToList());
        return await db.Comments.AsNoTracking().Where(c => articles.Contains(c.ArticleId) && ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
    }

    private async Task<Dictionary<string, Reader>> ReadersAsync(List<SetReply> replies, DateTime now)
    {
        var emails = new Dictionary<string, string>();
        foreach (var reply in replies) emails[reply.Fingerprint] = reply.Email;
        var readers = await ReaderBook.FindOrEnterAsync(db, seal, emails, now, stop);
        List<long> trusted = [.. replies.Where(r => r is { State: CommentState.Visible, From.Email.Length: > 0 }).Select(r => readers[r.Fingerprint]).Where(r => !r.Trusted).Select(r => r.Id).Distinct()];
        if (trusted.Count > 0) await ReaderBook.TrustAsync(db, trusted, stop);
        return readers;
    }

    private async Task TellAsync(List<long> articles)
    {
        await ReplyCount.CountAsync(db, articles, stop);
        foreach (var id in articles) db.Touch(Names.Replies(id));
    }

    private void Count(SetReply reply) =>
        report.Count($"comments {(reply.State == CommentState.Rejected ? $"kept back ({reply.Reason})" : reply.State == CommentState.Waiting ? "waiting" : "visible")}");
}
