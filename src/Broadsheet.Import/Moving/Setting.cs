using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Domain.Articles;

namespace Broadsheet.Import.Moving;

/// <summary>The composing room of a move: what needs no database is done here, on all processors.</summary>
internal sealed class Setting(CopyDesk copies, ReplySetter replies, Proofreader proofreader)
{
    /// <summary>In the order of the pieces, whose names and pictures have been entered.</summary>
    public IReadOnlyCollection<Galley> Set(IEnumerable<(Item Item, long Key)> pieces) => [.. pieces.AsParallel().AsOrdered().Select(piece => Set(piece.Item, piece.Key))];

    private Galley Set(Item item, long key)
    {
        proofreader.Read(item);
        var (copy, notices) = (copies.Copy(item), copies.NoticesOf(item));
        return new(item, key, copy, notices, DigestOf(item, copy, notices), replies.Set(item, key));
    }

    // Of a piece without notices it is what it was before the paper knew any: nothing that is there already comes anew.
    private static string DigestOf(Item item, Copy copy, IReadOnlyList<Correction> notices) => DigestOf(notices.Count == 0
        ? new { copy, item.Status, item.IsPublic, item.PublishedAt, item.CommentsOpen } : new { copy, item.Status, item.IsPublic, item.PublishedAt, item.CommentsOpen, notices });

    private static string DigestOf(object seen) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen)));
}
