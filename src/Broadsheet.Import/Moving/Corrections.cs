using System.Globalization;
using System.Net;
using Broadsheet.Domain.Text;
using Broadsheet.Import.Bodies;

namespace Broadsheet.Import.Moving;

/// <summary>What the old site said afterwards of its articles, as Newspack keeps it: each correction an entry of its own that names its article.</summary>
internal sealed class Corrections
{
    public const string Type = "newspack_correction";

    /// <param name="Path">Of its own page, decoded; null when it had none.</param>
    /// <param name="IsFirst">It stood above the text and not below.</param>
    /// <param name="IsOld">From before corrections had a kind: then the article says whether and where they are shown.</param>
    public sealed record Correction(long ArticleId, string? Path, string Label, DateTime? At, string Text, bool IsFirst, bool IsOld);

    private readonly Dictionary<long, List<Correction>> known = [];

    public IEnumerable<Correction> All => known.Values.SelectMany(list => list);

    public void Note(Item item, OldSite site)
    {
        if (item.Type != Type || !item.IsPublic || PlainText.Of(item.Content) is not { Length: > 0 } text) return;
        _ = long.TryParse(item.MetaOf("newspack_correction-post-id"), out var article);
        var (kind, priority) = (item.MetaOf("newspack_corrections_type"), item.MetaOf("newspack_corrections_priority"));
        var path = site.PathOf(item.Link) is { } own && !own.Contains('?') ? own : null;
        (known.TryGetValue(article, out var list) ? list : known[article] = []).Add(new(article, path, kind == "clarification" ? "Clarification" : "Correction", item.PublishedAt, text, priority == "high", kind is null && priority is null));
    }

    /// <summary>The article's text with its corrections, dated, the newest first.</summary>
    /// <param name="body">The paper's HTML.</param>
    /// <param name="language">BCP 47, of the date.</param>
    public string Around(Item item, string body, string language)
    {
        if (!known.TryGetValue(item.Id, out var all) || item.Id <= 0) return body;
        var isHidden = item.MetaOf("newspack_corrections_active") is "0";
        var isFirst = item.MetaOf("newspack_corrections_location") is "top";
        var shown = all.Where(c => !(c.IsOld && isHidden)).OrderByDescending(c => c.At).ToLookup(c => c.IsOld ? isFirst : c.IsFirst, c => Html(c, language));
        return string.Join('\n', [.. shown[true], body, .. shown[false]]);
    }

    private static string Html(Correction correction, string language)
    {
        var date = correction.At is { } at ? $", <time datetime=\"{at:yyyy-MM-dd}\">{WebUtility.HtmlEncode(at.ToString("d MMMM yyyy", CultureOf(language)))}</time>" : "";
        return BodySanitizer.Clean($"<p><strong>{correction.Label}{date}:</strong> {WebUtility.HtmlEncode(correction.Text).Replace("\n", "<br>")}</p>");
    }

    private static CultureInfo CultureOf(string language)
    {
        try { return CultureInfo.GetCultureInfo(language); }
        catch (CultureNotFoundException) { return CultureInfo.InvariantCulture; }
    }
}
