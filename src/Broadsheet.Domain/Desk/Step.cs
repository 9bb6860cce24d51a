namespace Broadsheet.Domain.Desk;

/// <summary>What takes a working copy from one state to the next; <see cref="WorkingCopy"/> says from where, and who may.</summary>
public enum Step { Submit, Recall, Approve, SendBack, Unschedule, Discard, TakeOut }
