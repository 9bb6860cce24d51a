using System.Collections.Concurrent;
using System.Net;
using Broadsheet.Domain;

namespace Broadsheet.Web.SigningIn;

/// <summary>How often somebody at one network address was wrong lately; whoever was too often waits. An account has a count of its own besides.</summary>
public sealed class WrongTries(TimeProvider clock)
{
    public const int Most = 20;

    private const int MostAddresses = 10_000;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private sealed record Count(DateTime Since, int Tries);

    private readonly ConcurrentDictionary<IPAddress, Count> counts = new();

    public bool TooMany(HttpContext http) => counts.TryGetValue(AddressOf(http), out var count) && count.Since > clock.UtcNow() - Within && count.Tries >= Most;

    public void Add(HttpContext http)
    {
        var now = clock.UtcNow();
        if (counts.Count > MostAddresses)
            foreach (var (address, count) in counts)
                if (count.Since <= now - Within) counts.TryRemove(address, out _);
        counts.AddOrUpdate(AddressOf(http), _ => new(now, 1), (_, count) => count.Since > now - Within ? count with { Tries = count.Tries + 1 } : new(now, 1));
    }

    // A proxy within the house says at the end of its list who asked it; what others wrote before that is theirs to invent.
    private static IPAddress AddressOf(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var said = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return Household(IsInHouse(peer) && IPAddress.TryParse(said, out var asker) ? asker : peer);
    }

    // Who has one address of IPv6 has all of its last half.
    private static IPAddress Household(IPAddress address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? new([.. address.GetAddressBytes()[..8], .. new byte[8]]) : address.MapToIPv4();

    internal static bool IsInHouse(IPAddress? address) => address is not null && (
        IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal || address.MapToIPv4().GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..]);
}
