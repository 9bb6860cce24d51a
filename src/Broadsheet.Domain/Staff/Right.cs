namespace Broadsheet.Domain.Staff;

/// <summary>What somebody may do in the newsroom; <see cref="Rights"/> says who.</summary>
public enum Right
{
    /// <summary>Begin articles, and write in those that one began or is credited in.</summary>
    Write,

    /// <summary>Write in anybody's article.</summary>
    WriteAny,

    /// <summary>Say that a piece may be published as it stands.</summary>
    Approve,

    /// <summary>Put a piece before the readers, now or at a time.</summary>
    Publish,

    /// <summary>Add a correction or another notice to what readers see.</summary>
    Correct,

    Withdraw,
    ArrangeFront,

    /// <summary>Add pictures.</summary>
    AddMedia,

    /// <summary>Describe, replace and remove anybody's pictures.</summary>
    KeepMedia,

    /// <summary>Decide on readers' comments.</summary>
    Moderate,

    /// <summary>Publish although a check refuses, and let an embargo fall; both are logged.</summary>
    Override,

    /// <summary>Invite, change and dismiss staff; see their sessions.</summary>
    ManageStaff,

    /// <summary>Read the record of who did what.</summary>
    SeeAudit,

    /// <summary>Remove a published text for a legal reason; its hash stays.</summary>
    Expunge,
}
