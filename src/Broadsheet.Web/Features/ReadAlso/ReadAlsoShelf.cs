using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using List = Broadsheet.Domain.Related.ReadAlso;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>Which articles to read also: the editor's picks, then those whose text is alike.</summary>
public static class ReadAlsoShelf
{
    private static readonly Func<NewsDb, long, CancellationToken, Task<IReadOnlyList<long>?>> Stored =
        EF.CompileAsyncQuery((NewsDb db, long articleId, CancellationToken stop) => db.ReadAlso.Where(l => l.ArticleId == articleId).Select(l => l.Picks).SingleOrDefault());

    /// <summary>Ids, best first. May hold one that was withdrawn: the list of cards leaves it out.</summary>
    public static async Task<IReadOnlyList<long>> ForAsync(ReadingRoom room, Article article, Revision revision, CancellationToken stop)
    {
        var alike = await room.AskAsync(db => Stored(db, article.Id, stop), Names.Related(article.Id));
        return [.. revision.ReadAlso.Concat(alike ?? []).Where(id => id != article.Id).Distinct().Take(Math.Max(List.Places, revision.ReadAlso.Count))];
    }
}
