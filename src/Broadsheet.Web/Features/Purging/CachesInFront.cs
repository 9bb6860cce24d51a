using Broadsheet.Data;
using Broadsheet.Data.Following;
using Broadsheet.Web.Caching;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Purging;

/// <summary>The caches that the settings name, and what is needed to tell them. Without any, nothing of this runs.</summary>
public static class CachesInFront
{
    private static readonly TimeSpan LongestWord = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<EdgeCache> Of(CdnSettings cdn)
    {
        List<EdgeCache> all = [.. cdn.Varnish.Select(address => new Varnish(address, Messenger(throughProxy: false)))];
        if (cdn.Api is { } api) all.Add(new PurgeByApi(api, Messenger(throughProxy: true)));
        return all;
    }

    public static void Add(IServiceCollection services, CdnSettings cdn)
    {
        var edges = Of(cdn);
        services.AddSingleton(all => new EdgeTerms(all.GetRequiredService<TimeProvider>(), cdn.Longest, [.. edges.Select(edge => edge.Field).Distinct()]));
        services.AddSingleton<Edition>().AddSingleton(edges);
        services.AddSingleton<IReadOnlyList<Telling>>(all =>
        [
            .. edges.Select(edge => new Telling(edge, all.GetRequiredService<Edition>(), all.GetRequiredService<DbContextOptions<NewsDb>>(), all.GetRequiredService<ILogger<Telling>>())),
        ]);
        if (edges.Count > 0) services.AddHostedService<Purger>().AddHostedService<Lookout>();
    }

    /// <summary>To be called before the feed is opened.</summary>
    public static void Follow(IServiceProvider services)
    {
        foreach (var telling in services.GetRequiredService<IReadOnlyList<Telling>>())
        {
            services.GetRequiredService<ChangeFeed>().Follow(_ => telling.Wake());
            services.GetRequiredService<Freshness>().ThemeChanged += telling.Doubt;
        }
    }

    // A token must not follow a redirect.
    private static HttpClient Messenger(bool throughProxy) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = throughProxy, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = LongestWord };
}
