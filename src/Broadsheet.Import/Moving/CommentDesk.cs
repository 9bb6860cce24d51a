using Broadsheet.Data;
using Broadsheet.Data.Comments;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Readers;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Import.WordPress.Texts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Brings the replies to an article over, each as it was decided on. To be used while holding the write lock.</summary>
internal sealed class CommentDesk(NewsDb db, Seal seal, string source, MoveReport report, CancellationToken stop)
{
    private const string Nobody = "?";

    /// <summary>Those that are not there yet; what was decided here since stays decided.</summary>
    public async Task BringAsync(Article article, Item item, DateTime now)
    {
        var ids = item.Comments.Select(c => c.Id).Where(id => id > 0).ToList();
        var there = await db.Brought.Where(b => b.Source == source && b.Kind == Brought.Comment && ids.Contains(b.OldId)).ToDictionaryAsync(b => b.OldId, b => b.NewId, stop);
        var taken = (await db.Comments.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(stop)).ToHashSet();
        var known = new Dictionary<long, Comment>();
        var visible = 0;
        foreach (var comment in ParentsFirst(item.Comments.Where(c => c.Id > 0 && !there.ContainsKey(c.Id)).DistinctBy(c => c.Id).ToList()))
        {
            var (state, reason) = Decided(comment);
            var parent = known.GetValueOrDefault(comment.ParentId) ?? (there.TryGetValue(comment.ParentId, out var id) ? await db.Comments.FindAsync([id], stop) : null);
            // An answer that readers see must not hang on one that they do not.
            if (state == CommentState.Visible && parent is { State: not CommentState.Visible }) parent = null;
            known[comment.Id] = await EnterAsync(article, comment, parent, state, reason, taken.Contains(comment.Id), now);
            if (state == CommentState.Visible) visible++;
            report.Count($"comments {(state == CommentState.Rejected ? $"kept back ({reason})" : state == CommentState.Waiting ? "waiting" : "visible")}");
        }
        if (known.Count == 0) return;
        await ReplyCount.AddAsync(db, article.Id, visible, stop);
        db.Touch(Names.Replies(article.Id));
        db.Touch(Names.Queue);
    }

    private async Task<Comment> EnterAsync(Article article, ExportComment comment, Comment? parent, CommentState state, string reason, bool isTaken, DateTime now)
    {
        var posted = comment.PostedAt ?? article.PublishedAt!.Value;
        var reader = await ReaderBook.FindOrEnterAsync(db, seal, comment.Email.Length > 0 ? comment.Email : Nobody, now, stop);
        if (state == CommentState.Visible && comment.Email.Length > 0) reader.Trust();
        var made = Comment.Bring(article, parent, reader, NameOf(comment), Website(comment), OldReply.Set(WithoutAddress(comment)), state, reason, posted);
        var row = db.Comments.Add(made);
        if (isTaken) await db.SaveChangesAsync(stop);
        else row.Property(c => c.Id).CurrentValue = comment.Id;
        db.Brought.Add(new Brought(source, Brought.Comment, comment.Id, made.Id, ""));
        return made;
    }

    private static (CommentState, string) Decided(ExportComment comment) => comment switch
    {
        { IsByReader: false } => (CommentState.Rejected, comment.Type),
        { Approved: "1" } => (CommentState.Visible, "brought over"),
        { Approved: "0" } => (CommentState.Waiting, "brought over"),
        { Approved: "" } => (CommentState.Waiting, "brought over without a decision"),
        _ => (CommentState.Rejected, comment.Approved),
    };

    // Some sign with their own address; here it is sealed and shown nowhere.
    private static string WithoutAddress(ExportComment comment) => comment.Email.Length == 0 ? comment.Content : comment.Content.Replace(comment.Email, "[e-mail address]", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ExportComment comment) =>
        NameDesk.WithoutAddress(comment.Author).Trim() is { Length: > 0 } shown ? shown.Length > Submission.LongestName ? shown[..Submission.LongestName] : shown : "Anonymous";

    private static string? Website(ExportComment comment) =>
        Uri.TryCreate(comment.Website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;

    private static IEnumerable<ExportComment> ParentsFirst(List<ExportComment> comments)
    {
        var left = comments.OrderBy(c => c.PostedAt ?? DateTime.MinValue).ThenBy(c => c.Id).ToList();
        var waiting = left.Select(c => c.Id).ToHashSet();
        while (left.Count > 0)
        {
            var ready = left.Where(c => !waiting.Contains(c.ParentId)).ToList();
            // Two that answer each other: whoever came first.
            if (ready.Count == 0) ready = [left[0]];
            foreach (var comment in ready)
            {
                waiting.Remove(comment.Id);
                left.Remove(comment);
                yield return comment;
            }
        }
    }
}
