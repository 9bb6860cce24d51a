namespace Broadsheet.Domain.Staff;

/// <summary>A key that one of somebody's devices keeps and signs in with.</summary>
public sealed class Passkey
{
    public const int LongestName = 60;

    public long Id { get; private set; }
    public required long StaffId { get; init; }

    /// <summary>As its owner calls it: "Work laptop".</summary>
    public required string Name { get; init; }
    public required byte[] Credential { get; init; }
    public required byte[] PublicKey { get; init; }

    /// <summary>How often the device says it has signed; going back means a copy. Many always say 0.</summary>
    public required long SignCount { get; set; }

    /// <summary>Parted by spaces.</summary>
    public required string Transports { get; init; }
    public required bool IsVerified { get; set; }
    public required bool MayBeBackedUp { get; init; }
    public required bool IsBackedUp { get; set; }
    public required byte[] Attestation { get; init; }
    public required byte[] ClientData { get; init; }
    public required DateTime AddedAt { get; init; }
}
