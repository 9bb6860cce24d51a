namespace Broadsheet.Domain.Articles;

/// <summary>What publishing decides beyond the copy itself.</summary>
/// <param name="DatedAt">UTC; the date shown to readers.</param>
/// <param name="UpdatedAt">UTC; only for a material change, with a note that says what changed.</param>
/// <param name="Corrections">Notices that come with it. Those that stand already stay, and are not issued twice.</param>
public sealed record Publication(
    DateTime DatedAt, DateTime? UpdatedAt = null, string? UpdateNote = null,
    bool CommentsOpen = true, int Rank = Article.UsualRank, IReadOnlyList<Correction>? Corrections = null);
