using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Comments;

/// <summary>The number of replies beside a headline. To be changed in the transaction that shows a reply, or shows it no more.</summary>
public static class ReplyCount
{
    public static Task AddAsync(NewsDb db, long articleId, int more, CancellationToken stop) =>
        db.Articles.Where(a => a.Id == articleId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Replies, a => a.Replies + more), stop);
}
