using Broadsheet.Domain.Articles;

namespace Broadsheet.Domain.Desk;

/// <summary>What is decided for the publication beside the copy itself.</summary>
/// <param name="Slug">The last part of its address; null: made from the headline at the first publication, and kept after it.</param>
/// <param name="UpdateNote">Of an article that readers know: what changed materially; null when nothing did.</param>
public sealed record Plan(string? Slug = null, int Rank = Article.UsualRank, bool CommentsOpen = true, string? UpdateNote = null);
