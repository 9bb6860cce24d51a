using Broadsheet.Web.Caching;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Purging;

/// <summary>
/// A CDN that is told by POST to its API, as Fastly is (https://www.fastly.com/documentation/reference/api/purging/). Fastly reads Surrogate-Control
/// and not the standard's header (https://www.fastly.com/documentation/guides/full-site-delivery/caching/about-cache-control-headers).
/// </summary>
public sealed class PurgeByApi(PurgeApi api, HttpClient messenger) : EdgeCache(messenger)
{
    public override string Address => api.Names.ToString();

    public override string Field => EdgeTerms.Older;

    public override TimeSpan? Again => TimeSpan.FromSeconds(2);

    protected override HttpRequestMessage Purge(string keys) => new(HttpMethod.Post, api.Names) { Headers = { { api.Header, api.Token }, { "Surrogate-Key", keys } } };

    protected override HttpRequestMessage PurgeAll() => new(HttpMethod.Post, api.All) { Headers = { { api.Header, api.Token } } };
}
