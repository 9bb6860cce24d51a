namespace Broadsheet.Domain.Desk;

/// <summary>Somebody was named in a note.</summary>
public sealed class Mention(long noteId, long staffId)
{
    public long NoteId { get; private set; } = noteId;
    public long StaffId { get; private set; } = staffId;

    /// <summary>UTC; null until they have opened the article since.</summary>
    public DateTime? SeenAt { get; private set; }
}
