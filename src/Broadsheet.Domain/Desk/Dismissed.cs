namespace Broadsheet.Domain.Desk;

/// <summary>A finding that somebody has looked at and let stand.</summary>
/// <param name="finding">Its key (<see cref="Checks.Finding.Key"/>).</param>
public sealed class Dismissed(long articleId, string finding, long staffId, DateTime dismissedAt)
{
    public long ArticleId { get; private set; } = articleId;
    public string Finding { get; private set; } = finding;
    public long StaffId { get; private set; } = staffId;
    public DateTime DismissedAt { get; private set; } = dismissedAt;
}
