using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Articles;

/// <summary>The replies below an article: a page of threads, oldest first, each with the replies within it.</summary>
public sealed class CommentThreads(ReadingRoom room)
{
    public const int PerPage = 50;
    private const int MostReplies = 1000, Deepest = 5;

    public sealed record CommentView(
        long Id, string Anchor, string Name, string? Website, string BodyHtml, Moment Posted, bool Staff, int Depth,
        IReadOnlyList<CommentView> Replies, string ReplyUrl, string Permalink);

    public sealed record View(int Count, IReadOnlyList<CommentView> Threads, string? PrevUrl, string? NextUrl, string FeedUrl);

    private sealed record Row(long Id, long? ThreadId, long? ParentId, string Author, string? Website, string Body, DateTime PostedAt);

    public async Task<View> OfAsync(Piece article, Language language, int page, CancellationToken stop)
    {
        var (openers, replies) = await room.AskAsync(db => RowsAsync(db, article, page, stop), Names.CommentsOn(article.Id));
        var url = Links.Encoded(article.Path);
        return new View(
            article.Replies, [.. Draw(openers.Take(PerPage), replies.ToLookup(r => r.ParentId), 0, url, language)],
            page > 1 ? Links.Page(url, page - 1, "replies") : null, openers.Count > PerPage ? Links.Page(url, page + 1, "replies") : null, url + "feed/");
    }

    private static readonly Question<Row>
        All = Rows("article_id = @p0", ""),
        Openers = Rows("article_id = @p0 and thread_id is null", "limit @p2 offset @p1"),
        Within = Rows("thread_id in @p0", "limit @p1");

    // Oldest first.
    private static Question<Row> Rows(string which, string part) => new(
        $"select id, thread_id, parent_id, author, website, body, posted_at from comment where {which} and state = 'Visible' order by id {part}",
        row => new Row(row.GetInt64(0), row.NumberOrNull(1), row.NumberOrNull(2), row.GetString(3), row.TextOrNull(4), row.GetString(5), row.Time(6)));

    private static async Task<(List<Row> Openers, List<Row> Replies)> RowsAsync(ReadingConnection db, Piece article, int page, CancellationToken stop)
    {
        if (article.Replies == 0) return ([], []);
        // Few enough for one page, and so for one question.
        if (article.Replies <= PerPage && page == 1)
        {
            var all = await All.AllAsync(db, stop, article.Id);
            return ([.. all.Where(r => r.ThreadId == null)], all);
        }
        var openers = await Openers.AllAsync(db, stop, article.Id, (page - 1) * PerPage, PerPage + 1);
        return (openers, await Within.AllAsync(db, stop, openers.Take(PerPage).Select(c => c.Id).ToArray(), MostReplies));
    }

    // What answers a reply at the deepest step stands beside it: on a phone there is no room for more.
    private static IEnumerable<CommentView> Draw(IEnumerable<Row> rows, ILookup<long?, Row> replies, int depth, string url, Language language)
    {
        foreach (var row in rows)
        {
            var answers = Draw(replies[row.Id], replies, Math.Min(depth + 1, Deepest), url, language).ToList();
            var own = depth < Deepest ? answers : [];
            yield return new CommentView(
                row.Id, $"comment-{row.Id}", row.Author, row.Website, row.Body, language.Moment(row.PostedAt), false, depth,
                own, $"{url}?replyto={row.Id}#respond", $"{url}#comment-{row.Id}");
            if (depth < Deepest) continue;
            foreach (var answer in answers) yield return answer;
        }
    }
}
