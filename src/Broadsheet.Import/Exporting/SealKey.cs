using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Import.Exporting;

/// <summary>The sealing key beside an export, or in it.</summary>
public static class SealKey
{
    public const string Part = "keys/seal.key";

    /// <summary>Tells two keys apart and says nothing of either.</summary>
    public static string MarkOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("broadsheet export")))[..16];
}
