using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using List = Broadsheet.Domain.Related.ReadAlso;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>Which articles to read also: the editor's picks, then those whose text is alike.</summary>
public static class ReadAlsoShelf
{
    private static readonly Question<List<long>> Stored = new("select picks from read_also where article_id = @p0", row => row.Json<List<long>>(0));

    /// <summary>Ids, best first. May hold one that was withdrawn: the list of cards leaves it out.</summary>
    /// <param name="picks">The editor's.</param>
    public static async Task<IReadOnlyList<long>> ForAsync(ReadingRoom room, long articleId, IReadOnlyList<long> picks, CancellationToken stop)
    {
        var alike = await room.AskAsync(db => Stored.FirstAsync(db, stop, articleId), Names.Related(articleId));
        return [.. picks.Concat(alike ?? []).Where(id => id != articleId).Distinct().Take(Math.Max(List.Places, picks.Count))];
    }
}
