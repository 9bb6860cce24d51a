using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Broadsheet.Tests.Staff;

/// <summary>An authenticator app (RFC 6238): six digits every half minute.</summary>
internal static class Totp
{
    public static string Code(string key, int stepsAhead = 0)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + stepsAhead);
        var hash = HMACSHA1.HashData(Bytes(key), step);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return $"{number % 1_000_000:000000}";
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Replace(" ", "").Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
