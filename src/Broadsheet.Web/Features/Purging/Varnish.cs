using Broadsheet.Web.Caching;

namespace Broadsheet.Web.Features.Purging;

/// <summary>A Varnish with the rules of docs/operating/broadsheet.vcl.</summary>
public sealed class Varnish(Uri address, HttpClient messenger) : EdgeCache(messenger)
{
    private static readonly HttpMethod Method = new("PURGE");

    public override string Address => address.ToString();

    public override string Field => EdgeTerms.Standard;

    /// <summary>The rules do not keep what was fetched across a purge.</summary>
    public override TimeSpan? Again => null;

    protected override HttpRequestMessage Purge(string keys) => new(Method, address) { Headers = { { "Surrogate-Key", keys } } };

    protected override HttpRequestMessage PurgeAll() => Purge("*");
}
