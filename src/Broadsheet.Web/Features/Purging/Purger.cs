using Broadsheet.Data;
using Broadsheet.Data.Purging;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Purging;

/// <summary>Tells every cache in front what changed, each at its own pace. Several nodes may do so at once: to be told twice does no harm.</summary>
public sealed class Purger(IReadOnlyList<EdgeCache> edges, IReadOnlyList<Telling> tellings, DbContextOptions<NewsDb> options, ILogger<Purger> log) : BackgroundService
{
    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stop) => await Task.WhenAll(tellings.Select(telling => telling.RunAsync(stop)));

    public override async Task StartAsync(CancellationToken stop)
    {
        await using (var db = new NewsDb(options)) await PurgeBook.StrikeOthersAsync(db, [.. edges.Select(edge => edge.Address)], stop);
        await base.StartAsync(stop);
    }

    /// <summary>After the last request.</summary>
    public override async Task StopAsync(CancellationToken stop)
    {
        await base.StopAsync(stop);
        using var limit = new CancellationTokenSource(LongestLeave);
        try { await Task.WhenAll(tellings.Select(telling => telling.LeaveAsync(limit.Token))); }
        catch (Exception fault) { log.LogWarning("a cache in front could not be told that this program leaves: {Fault}", fault.Message); }
    }
}
