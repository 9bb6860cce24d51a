namespace Broadsheet.Domain.Articles;

/// <summary>What readers see of an article: nothing yet, its published revision, or (410) that it was withdrawn. What the desk has in work is a <c>WorkingCopy</c>.</summary>
public enum ArticleState { Draft, Published, Withdrawn }
