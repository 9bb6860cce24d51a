using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Text;
using Broadsheet.Import.WordPress.Texts;

namespace Broadsheet.Import.Moving;

/// <summary>Makes the comments of a post into replies: parents first, each with its decision, and nobody's address in sight. Needs no database; for several threads.</summary>
internal sealed class ReplySetter(Seal seal, MoveReport report)
{
    private const string Nobody = "?";

    /// <param name="key">Of the post.</param>
    public List<SetReply> Set(Item item, long key) => [.. ParentsFirst(item).Select(comment => Set(key, comment)).DistinctBy(reply => reply.Key)];

    private SetReply Set(long piece, ExportComment comment)
    {
        var (state, reason) = Decided(comment);
        var email = comment.Email.Length > 0 ? comment.Email : Nobody;
        return new(comment, comment is { HasOwnNumber: true, Id: > 0 } ? comment.Id : KeyOf(piece, comment), NameOf(comment), Website(comment), OldReply.Set(WithoutAddress(comment)), state, reason, email, seal.Fingerprint(email));
    }

    // What has no number of its own is known by what it says.
    private static long KeyOf(long piece, ExportComment comment) =>
        Keys.Of(JsonSerializer.SerializeToUtf8Bytes(new { piece, comment.Id, comment.Author, comment.PostedAt, comment.Content }));

    private static (CommentState, string) Decided(ExportComment comment) => comment switch
    {
        { IsByReader: false } => (CommentState.Rejected, comment.Type),
        { Approved: "1" } => (CommentState.Visible, "brought over"),
        { Approved: "0" } => (CommentState.Waiting, "brought over"),
        { Approved: "" } => (CommentState.Waiting, "brought over without a decision"),
        _ => (CommentState.Rejected, comment.Approved),
    };

    // Some sign with their own address; here it is sealed and shown nowhere.
    private static string WithoutAddress(ExportComment comment) => !EmailAddress.IsOne(comment.Email) ? comment.Content : comment.Content.Replace(comment.Email, "[e-mail address]", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ExportComment comment) =>
        NameDesk.WithoutAddress(comment.Author).Trim() is { Length: > 0 } shown ? shown.Length > Submission.LongestName ? PlainText.Whole(shown[..Submission.LongestName]) : shown : "Anonymous";

    private static string? Website(ExportComment comment) =>
        Uri.TryCreate(comment.Website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;

    private IEnumerable<ExportComment> ParentsFirst(Item item)
    {
        var numbered = item.Comments.Where(c => c.Id > 0).DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var seen = new HashSet<ExportComment>(ReferenceEqualityComparer.Instance);
        foreach (var comment in item.Comments.OrderBy(c => c.PostedAt ?? DateTime.MinValue).ThenBy(c => c.Id))
        {
            var (line, at) = (new Stack<ExportComment>(), comment);
            for (; at is not null && seen.Add(at); at = numbered.GetValueOrDefault(at.ParentId)) line.Push(at);
            var isCircle = at is not null && line.Contains(at, ReferenceEqualityComparer.Instance);
            if (isCircle) report.Fault(item.At, $"{item}: comment {comment.Id} stands in a circle of answers; here it answers the article");
            while (line.TryPop(out var next))
            {
                yield return isCircle ? next with { ParentId = 0 } : next;
                isCircle = false;
            }
        }
    }
}
