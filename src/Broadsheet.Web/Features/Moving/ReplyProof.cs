using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Are the replies that readers may see all below their article, and the others nowhere?</summary>
internal sealed class ReplyProof(Inquiry inquiry)
{
    // So many words in a row are nobody else's. Of fewer than the least it cannot be told whose they are.
    private const int TellingWords = 12, LeastWords = 4, SearchedWords = 6;

    private sealed record Reply(long Id, string Body);

    private int seen, keptBack;

    /// <summary>How many readers may see.</summary>
    public int Public => seen;

    /// <summary>How many they may not.</summary>
    public int KeptBack => keptBack;

    /// <param name="page">The article's own.</param>
    public async Task LookAsync(ArticleProof.Piece piece, Answer page)
    {
        Interlocked.Add(ref seen, piece.Replies.Count);
        Interlocked.Add(ref keptBack, piece.HeldReplies);
        if (piece.Replies.Count + piece.HeldReplies > 0) await BelowAsync(piece, page);
        if (piece.HeldReplies > 0) await ElsewhereAsync(piece);
    }

    /// <summary>Turns the pages of replies until all have been seen; where some are held back, to the end.</summary>
    private async Task BelowAsync(ArticleProof.Piece piece, Answer page)
    {
        var missing = piece.Replies;
        for (var (number, address) = (1, piece.Url); ; page = await inquiry.GetAsync(address = Links.Page(piece.Url, ++number, "replies")))
        {
            var shown = page.Numbers("id=\"comment-", "\"").Count(missing.Remove);
            if (piece.HeldReplies > 0) await HidesAsync(piece, address, page);
            if (shown == 0 || (missing.Count == 0 && piece.HeldReplies == 0)) break;
        }
        foreach (var id in missing) inquiry.Find($"{piece.Url}#comment-{id}", "is not shown, though the reply is public");
    }

    private async Task ElsewhereAsync(ArticleProof.Piece piece)
    {
        var feed = piece.Url + "feed/";
        await HidesAsync(piece, feed, await inquiry.GetAsync(feed));
        // One stands for all: a search that knew of replies would know of each. It repeats what is sought, so it is asked for less than it must not show.
        var telling = await Held(piece).Select(reply => Telling(reply.Body)).FirstOrDefaultAsync(words => words.Count(c => c == ' ') >= SearchedWords, inquiry.Stop);
        if (telling is null) return;
        var search = $"/search?q={Uri.EscapeDataString(string.Join(' ', telling.Split(' ').Take(SearchedWords)))}";
        await SaysNotAsync(piece, search, await inquiry.GetAsync(search), telling);
    }

    private async Task HidesAsync(ArticleProof.Piece piece, string address, Answer page)
    {
        var named = page.Numbers("comment-").ToHashSet();
        await foreach (var reply in Held(piece))
        {
            if (named.Contains(reply.Id)) inquiry.Find(address, $"names the reply {reply.Id}, which is not public");
            else if (Telling(reply.Body) is { Length: > 0 } words) await SaysNotAsync(piece, address, page, words);
        }
    }

    private async Task SaysNotAsync(ArticleProof.Piece piece, string address, Answer page, string words)
    {
        if (page.Says(words) && !await ArePublicTooAsync(piece, words)) inquiry.Find(address, $"shows a reply that is not public: {words}");
    }

    // A reply may quote the article, or another, or say what somebody else said too.
    private async Task<bool> ArePublicTooAsync(ArticleProof.Piece piece, string words)
    {
        var article = await inquiry.AskAsync(db => db.Articles.Where(a => a.Id == piece.Id).Join(db.Revisions, a => a.RevisionId, r => r.Id, (_, r) => r.Body).SingleAsync(inquiry.Stop));
        return Holds(article) || await Replies(piece, c => c.Where(c => c.State == CommentState.Visible)).AnyAsync(reply => Holds(reply.Body), inquiry.Stop);

        bool Holds(string html) => Answer.OneSpaced(PlainText.Of(html)).Contains(words, StringComparison.Ordinal);
    }

    private IAsyncEnumerable<Reply> Held(ArticleProof.Piece piece) => Replies(piece, c => c.Where(c => c.State != CommentState.Visible));

    private IAsyncEnumerable<Reply> Replies(ArticleProof.Piece piece, Func<IQueryable<Comment>, IQueryable<Comment>> which) => inquiry.RowsAsync(
        0L, (db, last) => which(db.Comments.Where(c => c.ArticleId == piece.Id && c.Id > last)).OrderBy(c => c.Id).Select(c => new Reply(c.Id, c.Body)), reply => reply.Id);

    /// <summary>The first words of a text; empty when it has too few to be told from another.</summary>
    private static string Telling(string html)
    {
        var words = PlainText.Of(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < LeastWords ? "" : string.Join(' ', words.Take(TellingWords));
    }
}
