using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Readers;

/// <summary>
/// Keeps e-mail addresses from everybody but the paper: AES-256-GCM for the address, HMAC-SHA-256 as the fingerprint by which
/// the same person is known again, and for the stamps that bind a form to its article. Three keys are derived (HKDF) from one.
/// </summary>
public sealed class Seal
{
    public const int KeyLength = 32;
    private const int NonceLength = 12, TagLength = 16;

    private readonly byte[] sealing, printing, stamping;

    /// <param name="key">32 random bytes, kept outside the database. Whoever loses it can no longer read the addresses.</param>
    public Seal(byte[] key)
    {
        if (key.Length != KeyLength) throw new ArgumentException($"The sealing key has {KeyLength} bytes.", nameof(key));
        (sealing, printing, stamping) = (Derived(key, "address"), Derived(key, "fingerprint"), Derived(key, "stamp"));
    }

    public byte[] Close(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(sealing, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length));
        return box;
    }

    /// <summary>Null when the box was not closed with this key or was altered.</summary>
    public string? Open(byte[] box)
    {
        if (box.Length < NonceLength + TagLength) return null;
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(sealing, TagLength);
        try { aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length), plain); }
        catch (AuthenticationTagMismatchException) { return null; }
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Lower-case hex; the same for two spellings of one address, and of no use without the key.</summary>
    public string Fingerprint(string address) => Keyed(printing, EmailAddress.Normal(address));

    /// <summary>Goes with every form and shows that the paper made it for this purpose.</summary>
    public string Stamp(string purpose) => Keyed(stamping, purpose)[..32];

    public bool IsStamp(string stamp, string purpose) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(Stamp(purpose)));

    private static string Keyed(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static byte[] Derived(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.UTF8.GetBytes("broadsheet " + use));
}
