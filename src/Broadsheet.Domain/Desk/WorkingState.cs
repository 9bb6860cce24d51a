namespace Broadsheet.Domain.Desk;

/// <summary>Where a working copy stands on its way through the desk. Private and Protected ones were brought over so, and stay from readers until somebody takes them up.</summary>
public enum WorkingState { Draft, InReview, Approved, Scheduled, Private, Protected, Trashed }
