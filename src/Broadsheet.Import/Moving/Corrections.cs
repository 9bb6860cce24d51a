using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;

namespace Broadsheet.Import.Moving;

/// <summary>What the old site said afterwards of its articles, as Newspack keeps it: each correction an entry of its own that names its article.</summary>
internal sealed class Corrections
{
    public const string Type = "newspack_correction";

    /// <param name="Path">Of its own page, decoded; null when it had none.</param>
    /// <param name="IsOld">From before corrections had a kind: then the article says whether they are shown.</param>
    public sealed record Entry(long ArticleId, string? Path, CorrectionKind Kind, DateTime? At, string Text, bool IsOld);

    private readonly Dictionary<long, List<Entry>> known = [];

    public IEnumerable<Entry> All => known.Values.SelectMany(list => list);

    public void Note(Item item, OldSite site)
    {
        if (item.Type != Type || !item.IsPublic || PlainText.Of(item.Content) is not { Length: > 0 } text) return;
        _ = long.TryParse(item.MetaOf("newspack_correction-post-id"), out var article);
        var (kind, priority) = (item.MetaOf("newspack_corrections_type"), item.MetaOf("newspack_corrections_priority"));
        var path = site.PathOf(item.Link) is { } own && !own.Contains('?') ? own : null;
        (known.TryGetValue(article, out var list) ? list : known[article] = []).Add(new(article, path, kind == "clarification" ? CorrectionKind.Clarification : CorrectionKind.Correction, item.PublishedAt, text, kind is null && priority is null));
    }

    /// <summary>The notices of a piece, the oldest first.</summary>
    public IReadOnlyList<Correction> Of(Item item)
    {
        if (!known.TryGetValue(item.Id, out var all) || item.Id <= 0) return [];
        var isHidden = item.MetaOf("newspack_corrections_active") is "0";
        return [.. all.Where(c => !(c.IsOld && isHidden)).Select(c => new Correction(c.Kind, (c.At ?? item.PublishedAt ?? DateTime.UnixEpoch).WholeMilliseconds(), c.Text)).OrderBy(c => c.At)];
    }
}
