namespace Broadsheet.Domain.Articles;

/// <summary>Why readers do not see a working copy.</summary>
public enum WorkingState { Draft, Pending, Scheduled, Private, Protected, Trashed }

/// <summary>Copy that is not before the readers. The article it belongs to has its number and its address, and no revision of it.</summary>
/// <param name="dueAt">UTC; of a scheduled one the date it carries. It is not published by itself.</param>
public sealed class WorkingCopy(long articleId, WorkingState state, DateTime? dueAt, DateTime savedAt, Copy copy)
{
    public long ArticleId { get; private set; } = articleId;
    public WorkingState State { get; private set; } = state;
    public DateTime? DueAt { get; private set; } = dueAt;
    public DateTime SavedAt { get; private set; } = savedAt;
    public Copy Copy { get; private set; } = copy;

    public void Save(WorkingState state, DateTime? dueAt, DateTime savedAt, Copy copy) => (State, DueAt, SavedAt, Copy) = (state, dueAt, savedAt, copy);
}
