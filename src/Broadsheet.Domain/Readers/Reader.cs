namespace Broadsheet.Domain.Readers;

/// <summary>Somebody who writes below articles, known by the fingerprint of an address that only the paper can read.</summary>
public sealed class Reader(byte[] sealedEmail, string fingerprint, DateTime firstSeenAt)
{
    public long Id { get; private set; }
    public byte[] SealedEmail { get; private set; } = sealedEmail;
    public string Fingerprint { get; private set; } = fingerprint;
    public DateTime FirstSeenAt { get; private set; } = firstSeenAt;

    /// <summary>True once the desk has let a comment of this reader through.</summary>
    public bool Trusted { get; private set; }

    public void Trust() => Trusted = true;

    public static Reader Of(string email, Seal seal, DateTime now) =>
        new(seal.Close(email.Trim()), seal.Fingerprint(email), now);
}
