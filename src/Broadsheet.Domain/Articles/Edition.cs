namespace Broadsheet.Domain.Articles;

/// <summary>Why there is a further version of an article.</summary>
public enum EditKind { First, Minor, Material, Notice }

/// <summary>A version of an article as its history lists it: a revision without its text, and what set it apart from the one before.</summary>
/// <param name="Note">Of a material edit: what changed.</param>
/// <param name="Notices">Those that came with it.</param>
/// <param name="Removed">Null unless its content was removed for a legal reason.</param>
public sealed record Edition(int Number, DateTime MadeAt, string Hash, EditKind Kind, string? Note, IReadOnlyList<Correction> Notices, Tombstone? Removed)
{
    /// <summary>What a list of editions is made from.</summary>
    public sealed record Line(int Number, DateTime MadeAt, string Hash, DateTime? UpdatedAt, string? UpdateNote, IReadOnlyList<Correction> Corrections, Tombstone? Tombstone);

    /// <summary>Worth telling somebody who knows an earlier version.</summary>
    public bool Matters => Kind is EditKind.Material or EditKind.Notice;

    /// <summary>What they are told.</summary>
    public string? Reason => Notices.Count > 0 ? Notices[^1].Text : Note;

    /// <param name="lines">All revisions of one article, oldest first.</param>
    public static List<Edition> Of(IEnumerable<Line> lines)
    {
        List<Edition> editions = [];
        // A tombstone has no notices any more: what stood before it is not new after it.
        List<Correction> told = [];
        DateTime? updated = null;
        foreach (var line in lines)
        {
            List<Correction> notices = [.. line.Corrections.Where(c => !told.Any(c.Repeats))];
            var isMaterial = line.UpdatedAt is not null && line.UpdatedAt != updated;
            var kind = line.Number == 1 ? EditKind.First : notices.Count > 0 ? EditKind.Notice : isMaterial ? EditKind.Material : EditKind.Minor;
            editions.Add(new(line.Number, line.MadeAt, line.Hash, kind, isMaterial && kind != EditKind.First ? line.UpdateNote : null, notices, line.Tombstone));
            told.AddRange(notices);
            updated = line.UpdatedAt;
        }
        return editions;
    }
}
