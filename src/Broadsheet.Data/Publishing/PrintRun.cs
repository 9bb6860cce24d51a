using Broadsheet.Data.Search;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Data.Publishing;

/// <summary>
/// Puts many new articles before the readers at once, to the same effect as the <see cref="Press"/> does one after the other.
/// One for a whole move: it keeps what it has learnt. To be used while holding the <see cref="Write"/>; the caller commits.
/// </summary>
public sealed class PrintRun(NewsDb db, Rows rows)
{
    /// <param name="Number">Nobody has it yet.</param>
    /// <param name="Path">Neither has anybody this.</param>
    /// <param name="Guid">As <see cref="Article.Guid"/>.</param>
    /// <param name="Copy">Without a fault (<see cref="Copy.Faults"/>).</param>
    /// <param name="Publication">Null: the article has its number and its address, and readers see nothing of it.</param>
    public sealed record Piece(long Number, string Path, string? Guid, Copy Copy, Publication? Publication);

    private readonly ListBook book = new(db);

    /// <returns>The articles, in the order of the pieces; the context does not know them.</returns>
    public async Task<List<Article>> PutAsync(IReadOnlyCollection<Piece> pieces, DateTime now, CancellationToken stop)
    {
        var head = await RevisionLog.HeadAsync(db, stop);
        List<(Article Article, Revision? Revision)> set = [];
        foreach (var piece in pieces)
        {
            var article = Article.StartAt(piece.Path, piece.Copy.SectionId, piece.Copy.Language, piece.Guid);
            Identity.Give(article, piece.Number);
            var revision = piece.Publication is { } publication ? article.Publish(piece.Copy, publication, head.Hash, now).Value : null;
            if (revision is not null) head = Show(article, revision, head);
            set.Add((article, revision));
        }
        List<Article> articles = [.. set.Select(s => s.Article)];
        await rows.PutAsync(articles, stop);
        await rows.PutAsync([.. articles.Select(a => new Address(a.Path, a.Id))], stop);
        await ListAsync([.. set.Where(s => s.Revision is not null).Select(s => (s.Article, s.Revision!))], stop);
        return articles;
    }

    private static RevisionLog.Head Show(Article article, Revision revision, RevisionLog.Head head)
    {
        Identity.Give(revision, head.Id + 1);
        article.Show(revision);
        return new(revision.Id, revision.Hash);
    }

    private async Task ListAsync(IReadOnlyCollection<(Article Article, Revision Revision)> published, CancellationToken stop)
    {
        List<Revision> revisions = [.. published.Select(p => p.Revision)];
        if (revisions.Count == 0) return;
        await rows.PutAsync(revisions, stop);
        await ArticleWords.PutAsync(db, revisions, stop);
        await book.LearnAsync(revisions, stop);
        List<Listed> listed = [];
        foreach (var (article, revision) in published)
        {
            var listing = Listing.Of(article, revision, book);
            listed.AddRange(listing.Shown.Select(list => new Listed(list, article.PublishedAt!.Value, article.Id)));
            db.Touch(Listing.Changed(article.Id, null, listing));
        }
        await rows.PutAsync(listed, stop);
        db.Touch(Names.RevisionLog);
        List<ListedCorrection> notices = [.. revisions.SelectMany(r => CorrectionBook.Rows(r.ArticleId, r.Corrections))];
        await rows.PutAsync(notices, stop);
        if (notices.Count > 0) db.Touch(Names.Corrections);
    }
}
