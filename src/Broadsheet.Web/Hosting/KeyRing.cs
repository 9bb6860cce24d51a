using System.Security.Cryptography;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Web.Hosting;

/// <summary>The paper's keys: from the settings Keys:Seal and Keys:Signing (base64), else from the data folder, made at the first start.</summary>
public static class KeyRing
{
    public static Seal Open(Settings settings)
    {
        if (settings.SealKey is null && !File.Exists(FileIn(settings))) Make(FileIn(settings), RandomNumberGenerator.GetBytes(Seal.KeyLength));
        return new Seal(Find(settings)!);
    }

    /// <summary>The key itself; null when the paper has none yet.</summary>
    public static byte[]? Find(Settings settings)
    {
        if (settings.SealKey is { } text) return FromText(text);
        var file = FileIn(settings);
        if (!File.Exists(file)) return null;
        var key = File.ReadAllBytes(file);
        return key.Length == Seal.KeyLength ? key : throw new OperatorMistake($"{file} is damaged: it holds {key.Length} bytes and not {Seal.KeyLength}. Restore it from a backup; without it sealed addresses cannot be read.");
    }

    /// <summary>Gives a new paper the key of another one.</summary>
    /// <exception cref="OperatorMistake">It has a key, and another one.</exception>
    public static void Place(Settings settings, byte[] key)
    {
        if (Find(settings) is null) Make(FileIn(settings), key);
        if (!CryptographicOperations.FixedTimeEquals(Find(settings)!, key)) throw new OperatorMistake($"this paper has another sealing key than the export ({(settings.SealKey is null ? FileIn(settings) : "Keys:Seal")}): take it away first");
    }

    private static string FileIn(Settings settings) => Path.Combine(settings.Data, "keys", "seal.key");

    /// <summary>What the tombstones of removed texts are signed with.</summary>
    public static Signet OpenSignet(Settings settings)
    {
        var file = Path.Combine(settings.Data, "keys", "signing.key");
        if (settings.SigningKey is null && !File.Exists(file)) Make(file, Signet.MakeKey());
        try { return Signet.Of(settings.SigningKey is { } text ? Convert.FromBase64String(text) : File.ReadAllBytes(file)); }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            throw new OperatorMistake(settings.SigningKey is null ? $"{file} is damaged. Restore it from a backup; without it nobody can tell whether what was removed from the log was removed by the paper."
                : "Keys:Signing is a private key of the curve P-256, PKCS #8, in base64; make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -outform DER | base64 -w0");
        }
    }

    private static byte[] FromText(string text)
    {
        var key = new byte[Seal.KeyLength];
        return Convert.TryFromBase64String(text, key, out var length) && length == Seal.KeyLength ? key
            : throw new OperatorMistake($"Keys:Seal is {Seal.KeyLength} bytes in base64; make one with: openssl rand -base64 {Seal.KeyLength}");
    }

    // Under another name first: two programs that start together agree on the one that was moved into place first.
    private static void Make(string file, byte[] key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var mine = $"{file}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(mine, options))
            stream.Write(key);
        try { File.Move(mine, file, overwrite: false); }
        catch (IOException) when (File.Exists(file)) { File.Delete(mine); }
    }
}
