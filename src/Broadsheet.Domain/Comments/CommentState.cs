namespace Broadsheet.Domain.Comments;

/// <summary>Readers see only <see cref="Visible"/> comments.</summary>
public enum CommentState { Waiting, Visible, Rejected }
