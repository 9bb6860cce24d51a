namespace Broadsheet.Domain.Desk;

/// <summary>What somebody of the staff says to colleagues about a piece. Readers never see it.</summary>
public sealed class Note
{
    public const int Longest = 4_000, LongestAnchor = 500;

    private Note() { }

    public long Id { get; private set; }
    public long ArticleId { get; private set; }

    /// <summary>The note that it answers; null: it begins a talk.</summary>
    public long? ParentId { get; private set; }
    public long StaffId { get; private set; }
    public DateTime WrittenAt { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The words of the piece that it is about, as they stood; null: the whole.</summary>
    public string? Anchor { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public long? ResolvedBy { get; private set; }

    public static Result<Note> Write(long articleId, long? parentId, long staffId, string? text, string? anchor, DateTime now)
    {
        text = text?.Trim() ?? "";
        if (text.Length == 0) return Refusal.Invalid("Write something first.").At("text");
        if (text.Length > Longest) return Refusal.Invalid("A note has at most {0} characters.", Longest).At("text");
        anchor = anchor?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestAnchor)] : null;
        return new Note { ArticleId = articleId, ParentId = parentId, StaffId = staffId, Text = text, Anchor = anchor, WrittenAt = now };
    }

    public void Resolve(long staffId, DateTime now) => (ResolvedAt, ResolvedBy) = (ResolvedAt ?? now, ResolvedBy ?? staffId);

    public void Reopen() => (ResolvedAt, ResolvedBy) = (null, null);

    /// <summary>The names after an "@", of those given: the longest that fits, whatever its case.</summary>
    public static IEnumerable<string> Named(string text, IEnumerable<string> names)
    {
        var known = names.OrderByDescending(n => n.Length).ToList();
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
            if (known.FirstOrDefault(name => string.Compare(text, at + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0) is { } named) yield return named;
    }
}
