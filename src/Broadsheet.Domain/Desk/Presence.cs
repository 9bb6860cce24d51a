namespace Broadsheet.Domain.Desk;

/// <summary>One window in which somebody has an article open.</summary>
public sealed class Presence(long articleId, long staffId, string sitting, bool writing, DateTime seenAt)
{
    /// <summary>Who has not been heard of for so long has gone. A window tells of itself every ten seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    public long ArticleId { get; private set; } = articleId;
    public long StaffId { get; private set; } = staffId;
    public string Sitting { get; private set; } = sitting;

    /// <summary>Whether there is text in it that is not saved.</summary>
    public bool Writing { get; private set; } = writing;
    public DateTime SeenAt { get; private set; } = seenAt;

    public void See(bool writing, DateTime now) => (Writing, SeenAt) = (writing, now);
}
