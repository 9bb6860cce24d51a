namespace Broadsheet.Domain.Staff;

/// <summary>One act of the newsroom: who did what, to which article, when. Only ever added.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <param name="by">Null: the program itself, or somebody at the command line.</param>
    /// <param name="act">A verb in the past tense, the key of its translations: "published", "invited".</param>
    /// <param name="detail">What a reader of the record needs beside that, in plain words; no secret and no address.</param>
    public AuditEntry(SignedIn? by, string act, long? articleId, string? detail, DateTime at) =>
        (StaffId, StaffName, Act, ArticleId, Detail, At) = (by?.Id, by?.Name ?? "", act, articleId, detail, at);

    public long Id { get; private set; }
    public long? StaffId { get; private set; }

    /// <summary>As it was then; empty for the program itself.</summary>
    public string StaffName { get; private set; } = "";
    public string Act { get; private set; } = "";
    public long? ArticleId { get; private set; }
    public string? Detail { get; private set; }
    public DateTime At { get; private set; }
}
