namespace Broadsheet.Domain.Related;

/// <summary>What the shelf keeps of an article.</summary>
internal readonly record struct Card(long Id, Signature Signature, DateTime? PublishedAt, long? StoryId, int[] Topics);
