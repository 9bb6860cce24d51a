using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.WordPress.Texts;

namespace Broadsheet.Import.Moving;

/// <summary>Reads each piece for what an editor should look at, because readers find it otherwise than it was, or lacking something. It alters nothing. For several threads.</summary>
internal sealed partial class Proofreader(ExportIndex index, MoveReport report)
{
    // Of a path's last part, in bytes: what file systems and WordPress itself allow.
    private const int LongestSlug = 200;

    // Logins of authors that have been told.
    private readonly HashSet<string> strangers = new(StringComparer.OrdinalIgnoreCase);

    public void Read(Item item)
    {
        foreach (var what in OfPiece(item).Concat(OfContent(item))) report.Remark(item.At, $"{item}: {what}");
        foreach (var comment in item.Comments)
            foreach (var what in OfReply(comment)) report.Remark(item.At, $"{item}: comment {comment.Id} {what}");
    }

    private IEnumerable<string> OfPiece(Item item)
    {
        if (item.Title.Length == 0 && item.IsPublic) yield return "it has no title, and is headed by its first words";
        if (item.Title.Length > Copy.LongestHeadline) yield return $"its title is {item.Title.Length} characters long";
        if (Encoding.UTF8.GetByteCount(item.Slug) > LongestSlug) yield return $"its slug is longer than {LongestSlug} bytes";
        if (Escape().IsMatch(item.Slug)) yield return "its slug is cut within a letter; its old address answers";
        if (!Known.Contains(item.Status)) yield return item.Status.Length == 0 ? "it has no state, and is kept from readers" : $"its state \"{item.Status}\" is unknown, and it is kept from readers";
        if (index.Authors.Count > 0 && item.Creator.Length > 0 && !index.Authors.ContainsKey(item.Creator) && IsNew(item.Creator)) yield return $"its author {NameDesk.WithoutAddress(item.Creator)} is not declared in the export";
        if (long.TryParse(item.MetaOf("_thumbnail_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var lead) && lead > 0 && index.AttachmentOf(lead) is null) yield return $"its featured picture, attachment {lead}, is not in the export";
    }

    private IEnumerable<string> OfContent(Item item)
    {
        foreach (var id in Galleries().Matches(item.Content).SelectMany(gallery => Numbers().Matches(gallery.Groups["ids"].Value)).Select(Number).Where(id => index.AttachmentOf(id) is null).Distinct()) yield return $"its gallery shows attachment {id}, which is not in the export";
        foreach (var id in Links().Matches(item.Content).Where(link => index.Site.PathOf(link.Groups["address"].Value) is not null).Select(Number).Where(id => !index.Holds(id)).Distinct()) yield return $"it has a link to number {id}, which is not in the export";
        foreach (var id in Blocks.ReferencesIn(item.Content).Where(id => index.Reusable(id) is null).Distinct()) yield return $"its reusable block {id} is not in the export";
        if (Captions().Count(item.Content) is > 0 and var open && open > CaptionEnds().Count(item.Content)) yield return "a shortcode [caption] in it is not closed";
        if (Scripts().IsMatch(item.Content)) yield return "script in it was taken out";
    }

    private static IEnumerable<string> OfReply(ExportComment comment)
    {
        if (comment.PostedAt is null) yield return "has no date that can be read, and stands at that of the article";
        if (comment.Author.Length > Submission.LongestName) yield return $"has a name that is {comment.Author.Length} characters long, and was cut";
        if (Scripts().IsMatch(comment.Content)) yield return "held script, which was taken out";
    }

    private bool IsNew(string author)
    {
        lock (strangers) return strangers.Add(author);
    }

    private static long Number(Match match) => long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture);

    // auto-draft and inherit do not come here.
    private static readonly HashSet<string> Known = ["publish", "draft", "pending", "private", "future", "trash"];

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\[(?:gallery|playlist)\b[^\]]*?\b(?:ids|include)\s*=\s*[""']?(?<ids>[0-9,\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Galleries();

    [GeneratedRegex(@"(?<id>[0-9]{1,18})")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"href\s*=\s*[""'](?<address>[^""'<>\s]*[?&](?:p|page_id|attachment_id)=(?<id>[0-9]{1,18}))[""']", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!\[)\[(?:wp_)?caption\b", RegexOptions.IgnoreCase)]
    private static partial Regex Captions();

    [GeneratedRegex(@"\[/(?:wp_)?caption\]", RegexOptions.IgnoreCase)]
    private static partial Regex CaptionEnds();

    [GeneratedRegex(@"<script\b|<[a-z][^<>]{0,2000}?(?:\son[a-z]{3,20}\s*=|=\s*[""']?\s*javascript:)", RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();
}
