using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Is every article that was brought over and published at its address, under its headline, and found by its old number?</summary>
internal sealed class ArticleProof(Inquiry inquiry, ReplyProof replies)
{
    /// <param name="NumberLeads">Where its old number leads, as the table of old addresses says; null when it says nothing.</param>
    /// <param name="HeldReplies">How many readers may not see.</param>
    internal sealed record Piece(long Id, long OldId, string Path, string Headline, string? NumberLeads, int HeldReplies)
    {
        public string Url => Links.Encoded(Path);

        /// <summary>Those that readers may see.</summary>
        public HashSet<long> Replies { get; } = [];
    }

    /// <returns>How many there are.</returns>
    public async Task<int> RunAsync()
    {
        var count = 0;
        foreach (var source in await inquiry.AskAsync(db => db.Brought.Select(b => b.Source).Distinct().ToListAsync(inquiry.Stop)))
            count += await inquiry.EachAsync(PiecesOf(source), LookAsync);
        return count;
    }

    private async IAsyncEnumerable<Piece> PiecesOf(string source)
    {
        await foreach (var page in inquiry.PagesAsync(long.MinValue, (db, last) => Published(db, source, last), piece => piece.OldId))
        {
            var (pieces, ids) = (page.ToLookup(piece => piece.Id), page.Select(piece => piece.Id).ToList());
            await foreach (var reply in inquiry.StreamAsync(db => db.Comments.Where(c => ids.Contains(c.ArticleId) && c.State == CommentState.Visible).Select(c => new { c.ArticleId, c.Id })))
                foreach (var piece in pieces[reply.ArticleId]) piece.Replies.Add(reply.Id);
            foreach (var piece in page) yield return piece;
        }
    }

    private static IQueryable<Piece> Published(NewsDb db, string source, long last) =>
        from brought in db.Brought
        where brought.Source == source && brought.Kind == Brought.Article && brought.OldId > last
        join article in db.Articles on brought.NewId equals article.Id
        where article.State == ArticleState.Published
        join revision in db.Revisions on article.RevisionId equals revision.Id
        orderby brought.OldId
        select new Piece(article.Id, brought.OldId, article.Path, revision.Headline,
            db.OldAddresses.Where(o => o.Path == "/?p=" + brought.OldId.ToString()).Select(o => o.Target).FirstOrDefault(), db.Comments.Count(c => c.ArticleId == article.Id && c.State != CommentState.Visible));

    private async Task LookAsync(Piece piece)
    {
        var page = await inquiry.GetAsync(piece.Url);
        if (page.Status == 200) await ReadAsync(piece, page);
        else inquiry.Find(piece.Url, $"answers {page.Status}, though the article is published");
        await IsNumberedAsync(piece);
    }

    // What the table says of a number is asked for with the other old addresses. What had no number there has one of ours.
    private async Task IsNumberedAsync(Piece piece)
    {
        var number = $"/?p={piece.OldId}";
        if (piece.NumberLeads is { } target && target != piece.Url) inquiry.Find(number, $"leads to {target}; it should lead to {piece.Url}");
        if (piece is { NumberLeads: null, OldId: > 0 }) await AddressProof.LeadsAsync(inquiry, number, piece.Url);
    }

    private async Task ReadAsync(Piece piece, Answer page)
    {
        if (!page.Says(piece.Headline)) inquiry.Find(piece.Url, "does not show its headline");
        await replies.LookAsync(piece, page);
    }
}
