using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Staff;

/// <summary>A link that lets somebody choose a password, once: a new colleague, one who lost theirs, or the paper's first publisher.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private Invitation() { }

    public long Id { get; private set; }

    /// <summary>Null: for the first publisher, who has no account yet.</summary>
    public long? StaffId { get; private set; }

    /// <summary>Whoever reads the database cannot follow the link.</summary>
    public string TokenHash { get; private set; } = "";
    public DateTime MadeAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <returns>The invitation, and the token that only its link has.</returns>
    public static (Invitation Invitation, string Token) To(long? staffId, DateTime now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (new Invitation { StaffId = staffId, TokenHash = HashOf(token), MadeAt = now, ExpiresAt = now + Validity }, token);
    }

    public bool Holds(DateTime now) => UsedAt is null && ExpiresAt > now;

    public void Use(DateTime now) => UsedAt = now;

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
