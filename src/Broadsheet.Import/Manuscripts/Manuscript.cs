using Broadsheet.Domain.Articles;

namespace Broadsheet.Import.Manuscripts;

/// <summary>An article as a writer hands it in: Markdown below YAML front matter (docs/newsroom/manuscripts.md). Names are not yet rows.</summary>
/// <param name="Section">A path such as "sport/rowing", or a section's name.</param>
/// <param name="Formerly">The address the article had until now, or null.</param>
/// <param name="DatedAt">UTC; null = when it is published.</param>
/// <param name="Line">Where a field stands in the file, for messages about what its words lead to.</param>
public sealed record Manuscript(
    string File, string Headline, string? Kicker, string? Standfirst, string Section, string Slug, string? Formerly,
    IReadOnlyList<string> Bylines, string? Dateline, DateTime? DatedAt, DateTime? UpdatedAt, string? UpdateNote,
    string Language, IReadOnlyList<string> Topics, string? Story, IReadOnlyList<string> ReadAlso, ManuscriptPicture? Picture,
    bool CommentsOpen, int Rank, int? TopStory, IReadOnlyList<ManuscriptCorrection> Corrections, HeadTexts Head, string Markdown, Func<string, int> Line)
{
    public Fault Fault(string field, string message) => new(File, Line(field), field, message);
}

/// <param name="File">Relative to the manuscript.</param>
public sealed record ManuscriptPicture(string File, string Alt, string? Caption, string? Credit, string Focus);

/// <param name="At">UTC; null = when it is published.</param>
public sealed record ManuscriptCorrection(CorrectionKind Kind, string Text, DateTime? At);
