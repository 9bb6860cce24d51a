namespace Broadsheet.Domain.Fronts;

/// <summary>A place among the Top Stories that an editor fills by hand. 1 is the lead.</summary>
/// <param name="startsAt">UTC; from when it stands there.</param>
/// <param name="endsAt">UTC; null = until the editor takes it away.</param>
/// <param name="headline">What the front calls the article; null: its own headline.</param>
/// <param name="pictureId">The picture that the front shows with it; null: its own.</param>
public sealed class Slot(int position, long articleId, DateTime startsAt, DateTime? endsAt, string? headline = null, long? pictureId = null)
{
    public const int LongestHeadline = 200;

    public long Id { get; private set; }
    public int Position { get; private set; } = position;
    public long ArticleId { get; private set; } = articleId;
    public DateTime StartsAt { get; private set; } = startsAt;
    public DateTime? EndsAt { get; private set; } = endsAt;
    public string? Headline { get; private set; } = headline;
    public long? PictureId { get; private set; } = pictureId;

    public bool StandsAt(DateTime moment) => StartsAt <= moment && !(EndsAt <= moment);
}
