namespace Broadsheet.Domain.Related;

/// <summary>An article to read also.</summary>
/// <param name="Score">About 0 to 1, a little above for a mate of the same story; for comparing within one list.</param>
public readonly record struct Likeness(long Id, double Score);
