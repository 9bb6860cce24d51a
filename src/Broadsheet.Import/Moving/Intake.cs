using System.Globalization;
using System.Text;

namespace Broadsheet.Import.Moving;

/// <summary>Says which things of an export are pieces of a newspaper, and have not come before.</summary>
internal sealed class Intake(ExportIndex index, MoveReport report)
{
    /// <summary>The piece with the key that the move remembers it by; null for what is none, or has come before.</summary>
    public (Item Item, long Key)? Accept(Item item)
    {
        if (!IsPiece(item)) return null;
        var who = WhoIs(item);
        // A number that came before is the first one's; the second piece gets another. The same piece twice is one.
        if (item.Id > 0 && Owner("piece", item.Id, who) is { } first)
        {
            if (first == who) return Twice(item);
            item = item with { Id = 0 };
        }
        var key = item.Id > 0 ? item.Id : Keys.Of(Encoding.UTF8.GetBytes(who));
        if (item.Id <= 0 && Owner("piece", key, who) is not null) return Twice(item);
        return (item with { Comments = [.. item.Comments.Select(comment => Numbered(item, key, comment)).OfType<ExportComment>()] }, key);
    }

    private bool IsPiece(Item item)
    {
        if (item.Type is not ("post" or "page")) report.LeaveOut(item.Type is "attachment" or "wp_block" ? $"{item.Type}: used where a piece shows it" : $"{item.Type}: the paper has nothing like it");
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
        if (comment.Id <= 0) return comment;
        var who = Short($"{piece} {comment.Author} {comment.PostedAt:O} {comment.Content}");
        if (Owner("comment", comment.Id, who) is not { } first) return comment;
        if (first == who)
        {
            report.LeaveOut("comment: came twice");
            return null;
        }
        report.Fault(item.At, $"{item}: the number of its comment {comment.Id} is another one's too");
        return comment with { HasOwnNumber = false };
    }

    private string? Owner(string kind, long number, string who) => index.OwnerOf(kind, number, who);

    private static string WhoIs(Item item) => Short(item.Guid + item.Link + item.Title);

    private static string Short(string who) => Keys.Of(Encoding.UTF8.GetBytes(who)).ToString(CultureInfo.InvariantCulture);
}
