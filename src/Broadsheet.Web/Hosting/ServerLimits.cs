using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Broadsheet.Web.Hosting;

/// <summary>What one connection may take, so that no one takes what the others need (docs/operating/settings.md, Limits).</summary>
/// <param name="Connections">Open at once; a further one is closed at once.</param>
/// <param name="BodyBytes">Of what is sent to an address that says nothing else.</param>
/// <param name="HeaderTime">From a request's first byte to its last header.</param>
/// <param name="KeepAlive">Between two requests.</param>
/// <param name="BytesPerSecond">At least, on average, once <see cref="Grace"/> is over: in what is sent to us, and in what is taken from us.</param>
/// <param name="Renderings">Pages drawn at once for readers.</param>
/// <param name="NewPagesAMinute">That are not in memory, from one address.</param>
public sealed record ServerLimits(
    int Connections, int HeaderCount, int HeaderBytes, int RequestLineBytes, int BodyBytes, TimeSpan HeaderTime, TimeSpan KeepAlive, int BytesPerSecond, int Renderings, int NewPagesAMinute)
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // More than this of one request is not read ahead of whoever wants it.
    private const int ReadAhead = 64 * 1024;

    public static ServerLimits Read(IConfiguration values) => new(
        Figures.Of(values, "Limits:Connections", 10_000), Figures.Of(values, "Limits:Headers", 64), Figures.Of(values, "Limits:HeaderBytes", 16_384),
        Figures.Of(values, "Limits:RequestLineBytes", 8_192), Figures.Of(values, "Limits:BodyBytes", 65_536),
        Figures.Seconds(values, "Limits:HeaderSeconds", 15), Figures.Seconds(values, "Limits:KeepAliveSeconds", 120), Figures.Of(values, "Limits:BytesPerSecond", 240),
        Figures.Of(values, "Limits:Renderings", 4 * Environment.ProcessorCount), Figures.Of(values, "Limits:NewPagesAMinute", 240));

    public void Apply(KestrelServerLimits kestrel)
    {
        kestrel.MaxConcurrentConnections = Connections;
        kestrel.MaxRequestHeaderCount = HeaderCount;
        kestrel.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.MaxRequestLineSize = RequestLineBytes;
        kestrel.MaxRequestBodySize = BodyBytes;
        kestrel.MaxRequestBufferSize = Math.Max(ReadAhead, RequestLineBytes);
        kestrel.RequestHeadersTimeout = HeaderTime;
        kestrel.KeepAliveTimeout = KeepAlive;
        kestrel.MinRequestBodyDataRate = kestrel.MinResponseDataRate = new MinDataRate(BytesPerSecond, Grace);
    }
}
