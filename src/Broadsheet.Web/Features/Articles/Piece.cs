using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article as it was last published; it may have been withdrawn since.</summary>
public sealed record Piece(Article Article, Revision Revision)
{
    public string Path => Article.Path;

    /// <summary>Null when no article is or was at the address, so that it is a section's or nothing's: then the answer is not kept.</summary>
    public static Task<Piece?> AtAsync(string path, ReadingRoom room, CancellationToken stop) => room.AskAsync(db => At(db, path, stop),
        found => found is null ? [Names.NoArticle] : [Names.Article(found.Article.Id)]);

    public static Task<Piece> OfAsync(long articleId, ReadingRoom room, CancellationToken stop) =>
        room.AskAsync(db => All(db, db.Articles.Where(a => a.Id == articleId)).SingleAsync(stop), Names.Article(articleId));

    private static readonly Func<NewsDb, string, CancellationToken, Task<Piece?>> At = EF.CompileAsyncQuery((NewsDb db, string path, CancellationToken stop) => db.Addresses.Where(a => a.Path == path)
        .Join(db.Articles, a => a.ArticleId, a => a.Id, (_, a) => a).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new Piece(a, r)).SingleOrDefault());

    private static IQueryable<Piece> All(NewsDb db, IQueryable<Article> articles) => articles.Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new Piece(a, r));
}
