using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Import.Moving;

/// <summary>What a move remembers a thing by that has no number of its own.</summary>
internal static class Keys
{
    // Below zero, where no number of another engine is; the same for the same text.
    public static long Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static long Of(byte[] text) => -1 - (BitConverter.ToInt64(SHA256.HashData(text), 0) & long.MaxValue >> 1);
}
