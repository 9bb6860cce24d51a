using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Articles;

/// <summary>The paper's signature: ECDSA over the curve P-256 with SHA-256. Whoever has the public half can check it. For several threads.</summary>
public sealed class Signet : IDisposable
{
    public const string Algorithm = "ECDSA P-256, SHA-256, signature as r and s (IEEE P1363)";

    private readonly ECDsa key;

    private Signet(ECDsa key)
    {
        this.key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Name = Convert.ToHexStringLower(SHA256.HashData(PublicKey))[..16];
    }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public byte[] PublicKey { get; }

    /// <summary>The first 16 hex digits of the public key's SHA-256.</summary>
    public string Name { get; }

    /// <summary>A new key: PKCS #8, DER.</summary>
    public static byte[] MakeKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <exception cref="CryptographicException">These bytes are no such key.</exception>
    public static Signet Of(byte[] pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out var read);
        if (read == pkcs8.Length && key.KeySize == 256) return new Signet(key);
        key.Dispose();
        throw new CryptographicException("It is no key of the curve P-256.");
    }

    /// <returns>Base64.</returns>
    public string Sign(string text)
    {
        lock (key) return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
    }

    public bool Signed(string text, string signature)
    {
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(signature, bytes, out var length) || length != bytes.Length) return false;
        lock (key) return key.VerifyData(Encoding.UTF8.GetBytes(text), bytes, HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();
}
