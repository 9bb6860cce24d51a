namespace Broadsheet.Domain.Staff;

/// <summary>What a member of the staff is there for. Stored by name.</summary>
public enum Role { Reporter, Editor, Moderator, Publisher }
