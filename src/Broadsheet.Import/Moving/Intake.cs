using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.Moving;

/// <summary>Says which things of an export are pieces of a newspaper, and have not come before.</summary>
internal sealed partial class Intake(ExportIndex index, MoveReport report)
{
    private DateTime? lastDate;

    /// <summary>The piece with the key that the move remembers it by; null for what is none, or has come before.</summary>
    public (Item Item, long Key)? Accept(Item item)
    {
        if (!IsPiece(item)) return null;
        var who = item.Who;
        // Where nothing has a number, none is missing.
        if (item.Id <= 0 && index.HighestItem > 0) report.Remark(item.At, $"{item}: it has no number");
        // A number that came before is the first one's; the second piece gets another. The same piece twice is one.
        if (item.Id > 0 && index.OwnerOf("piece", item.Id, who) is { } first)
        {
            if (first == who) return Twice(item);
            item = item with { Id = 0 };
        }
        var key = item.Id > 0 ? item.Id : Keys.Of(item.Guid.Length > 0 ? item.Guid : $"{who} {item.PublishedAt:O} {item.Content}");
        if (item.Id <= 0 && index.OwnerOf("piece", key, who) is { } owner)
        {
            if (owner == who) return Twice(item);
            key = Keys.Of(who);
        }
        return (Dated(item) with { Comments = [.. item.Comments.Select(comment => Numbered(item, key, comment)).OfType<ExportComment>()] }, key);
    }

    private bool IsPiece(Item item)
    {
        if (item.Type is not ("post" or "page"))
        {
            if (OtherTypes.WhyNot(item) is { } why) report.LeaveOut($"{item.Type}: {why}");
        }
        else if (item.Status is "auto-draft" or "inherit") report.LeaveOut($"{item.Type}, {item.Status}: nobody wrote it");
        else return true;
        return false;
    }

    private (Item, long)? Twice(Item item)
    {
        report.LeaveOut($"{item.Type}: came twice");
        return null;
    }

    private ExportComment? Numbered(Item item, long piece, ExportComment comment)
    {
        if (comment.Id <= 0)
        {
            report.Remark(item.At, $"{item}: a comment of it has no number");
            return comment;
        }
        var who = $"{Keys.Of($"{piece} {comment.Author} {comment.PostedAt:O} {comment.Content}")}";
        if (index.OwnerOf("comment", comment.Id, who) is not { } first) return comment;
        if (first == who)
        {
            report.LeaveOut("comment: came twice");
            return null;
        }
        report.Fault(item.At, $"{item}: the number of its comment {comment.Id} is another one's too");
        return comment with { HasOwnNumber = false };
    }

    /// <summary>A public piece stands where it stood: one whose date cannot be read goes by its last change, by its address, by the piece before it, or by the day of the export.</summary>
    private Item Dated(Item item)
    {
        if (!item.IsPublic || item.PublishedAt is not null)
        {
            if (item.IsPublic) lastDate = item.PublishedAt;
            return item;
        }
        var date = item.ChangedAt ?? DateIn(item.Link) ?? lastDate ?? index.ExportedAt ?? DateTime.UnixEpoch;
        if (date > index.ExportedAt) date = index.ExportedAt.Value;
        report.Fault(item.At, $"{item}: its date cannot be read; it stands at {date:yyyy-MM-dd}");
        return item with { PublishedAt = date };
    }

    private static DateTime? DateIn(string link) =>
        YearAndMonth().Match(link) is { Success: true } found && DateTime.TryParseExact(found.Value, "/yyyy/MM/", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var month) ? month : null;

    [GeneratedRegex("/[12][0-9]{3}/[0-9]{2}/")]
    private static partial Regex YearAndMonth();
}
