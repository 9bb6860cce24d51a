using Broadsheet.Domain.Comments;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Comments;

/// <summary>The number of replies beside a headline. To be changed in the transaction that shows a reply, or shows it no more.</summary>
public static class ReplyCount
{
    public static Task AddAsync(NewsDb db, long articleId, int more, CancellationToken stop) =>
        db.Articles.Where(a => a.Id == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Replies, a => a.Replies + more), stop);

    /// <summary>Counts anew, after many came at once.</summary>
    public static Task CountAsync(NewsDb db, IReadOnlyCollection<long> articles, CancellationToken stop) =>
        db.Articles.Where(a => articles.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Replies, a => db.Comments.Count(c => c.ArticleId == a.Id && c.State == CommentState.Visible)), stop);
}
