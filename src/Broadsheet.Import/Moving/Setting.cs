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
        var copy = copies.Copy(item);
        return new(item, key, copy, DigestOf(item, copy), replies.Set(item, key));
    }

    private static string DigestOf(Item item, Copy copy) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { copy, item.Status, item.IsPublic, item.PublishedAt, item.CommentsOpen })));
}
