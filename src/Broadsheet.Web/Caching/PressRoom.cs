using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;

namespace Broadsheet.Web.Caching;

/// <summary>
/// How many pages are drawn at once, so that each is soon done, and for whom: readers take turns among themselves, crawlers have one press of their own
/// and a short queue. A page that is in memory is nobody's turn.
/// </summary>
/// <param name="atOnce">For readers.</param>
/// <param name="pagesAMinute">As many pages that are not in memory one address may ask for; beyond that it is taken for a crawler's.</param>
public sealed partial class PressRoom(int atOnce, int pagesAMinute) : IDisposable
{
    private const int ReadersWaiting = 2000, CrawlersWaiting = 16;

    private readonly ConcurrencyLimiter readers = Limiter(atOnce, ReadersWaiting), crawlers = Limiter(1, CrawlersWaiting);

    private readonly PartitionedRateLimiter<IPAddress> addresses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = pagesAMinute, TokensPerPeriod = Math.Max(1, pagesAMinute / 60), ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    }));

    /// <summary>
    /// Whether it says so itself, or asks for more than a person reads. An address within a house or on this machine is a proxy's more likely than a reader's.
    /// </summary>
    public bool IsCrawler(HttpContext http) =>
        Named().IsMatch(http.Request.Headers.UserAgent.ToString()) || (http.Connection.RemoteIpAddress is { } address && IsPublic(address) && !addresses.AttemptAcquire(Household(address)).IsAcquired);

    /// <summary>Waits for a turn, to be given back by disposing of it; null when too many wait already.</summary>
    public async ValueTask<IDisposable?> EnterAsync(bool asCrawler, CancellationToken stop)
    {
        var lease = await (asCrawler ? crawlers : readers).AcquireAsync(1, stop);
        if (lease.IsAcquired) return lease;
        lease.Dispose();
        return null;
    }

    public void Dispose()
    {
        readers.Dispose();
        crawlers.Dispose();
        addresses.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int atOnce, int waiting) => new(new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    // Who has one address of IPv6 has all of its last half.
    private static IPAddress Household(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? new([.. address.GetAddressBytes()[..8], .. new byte[8]]) : address.MapToIPv4();

    private static bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address)) return false;
        if (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }) return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal;
        return address.MapToIPv4().GetAddressBytes() is not ([10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..]);
    }

    // A Cubot is a telephone.
    [GeneratedRegex("(?<!cu)bot\\b|crawl|spider|slurp|fetcher|scrap", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
