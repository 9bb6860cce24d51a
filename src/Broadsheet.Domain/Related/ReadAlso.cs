namespace Broadsheet.Domain.Related;

/// <summary>What to read also below an article, as it was last worked out. An editor's picks are not in it: they stand in the revision.</summary>
/// <param name="revisionId">Of the article, when the list was made; once it has another, the list has to be made again.</param>
/// <param name="picks">Ids, best first. May hold one that has been withdrawn since.</param>
public sealed class ReadAlso(long articleId, long revisionId, IReadOnlyList<long> picks, DateTime madeAt)
{
    public const int Places = 5;

    public long ArticleId { get; private set; } = articleId;
    public long RevisionId { get; private set; } = revisionId;
    public IReadOnlyList<long> Picks { get; private set; } = picks;
    public DateTime MadeAt { get; private set; } = madeAt;
}
