namespace Broadsheet.Domain.Articles;

/// <summary>What stands in the place of a revision's content that was removed for a legal reason, signed by the paper.</summary>
/// <param name="At">UTC.</param>
/// <param name="Key">Which key signed it (<see cref="Signet.Name"/>).</param>
/// <param name="Signature">Base64, over <see cref="TextOf"/>.</param>
public sealed record Tombstone(string Reason, DateTime At, string Key, string Signature)
{
    public const int LongestReason = 500;

    internal static Tombstone Of(Revision revision, string reason, DateTime at, Signet signet) => new(reason, at, signet.Name, signet.Sign(TextOf(revision, reason, at)));

    public bool IsOf(Revision revision, Signet signet) => Key == signet.Name && signet.Signed(TextOf(revision, Reason, At), Signature);

    /// <summary>Canonical JSON, as that of a revision.</summary>
    private static string TextOf(Revision r, string reason, DateTime at) => CanonicalText.Of(new Dictionary<string, object?>
    {
        ["article"] = r.ArticleId, ["at"] = at, ["hash"] = r.Hash, ["number"] = (long)r.Number, ["reason"] = reason, ["revision"] = r.Id,
    });
}
