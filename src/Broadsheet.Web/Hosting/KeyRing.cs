using System.Security.Cryptography;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Web.Hosting;

/// <summary>The paper's sealing key: from the setting Keys:Seal (base64), else from the data folder, made at the first start.</summary>
public static class KeyRing
{
    public static Seal Open(Settings settings)
    {
        if (settings.SealKey is { } text) return new Seal(FromText(text));
        var file = Path.Combine(settings.Data, "keys", "seal.key");
        if (!File.Exists(file)) Make(file);
        var key = File.ReadAllBytes(file);
        return key.Length == Seal.KeyLength ? new Seal(key) : throw new OperatorMistake($"{file} is damaged: it holds {key.Length} bytes and not {Seal.KeyLength}. Restore it from a backup; without it sealed addresses cannot be read.");
    }

    private static byte[] FromText(string text)
    {
        var key = new byte[Seal.KeyLength];
        return Convert.TryFromBase64String(text, key, out var length) && length == Seal.KeyLength ? key
            : throw new OperatorMistake($"Keys:Seal is {Seal.KeyLength} bytes in base64; make one with: openssl rand -base64 {Seal.KeyLength}");
    }

    // Under another name first: two programs that start together agree on the one that was moved into place first.
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var mine = $"{file}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(mine, options))
            stream.Write(RandomNumberGenerator.GetBytes(Seal.KeyLength));
        try { File.Move(mine, file, overwrite: false); }
        catch (IOException) when (File.Exists(file)) { File.Delete(mine); }
    }
}
