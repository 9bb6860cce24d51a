namespace Broadsheet.Domain.Articles;

/// <summary>Where an article stands on its way through the desk. Readers see only <see cref="Published"/>; <see cref="Withdrawn"/> answers 410.</summary>
public enum ArticleState { Draft, InReview, Approved, Scheduled, Published, Withdrawn }
