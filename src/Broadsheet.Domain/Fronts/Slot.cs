namespace Broadsheet.Domain.Fronts;

/// <summary>A place among the Top Stories that an editor fills by hand. 1 is the lead.</summary>
/// <param name="endsAt">UTC; null = until the editor takes it away.</param>
public sealed class Slot(int position, long articleId, DateTime startsAt, DateTime? endsAt)
{
    public long Id { get; private set; }
    public int Position { get; private set; } = position;
    public long ArticleId { get; private set; } = articleId;
    public DateTime StartsAt { get; private set; } = startsAt;
    public DateTime? EndsAt { get; private set; } = endsAt;
}
