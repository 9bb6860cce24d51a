namespace Broadsheet.Web.Caching;

/// <summary>Looks for changes also while no reader asks, for those who have to pass them on at once.</summary>
public sealed class Lookout(Freshness freshness) : BackgroundService
{
    // Looking costs two reads of memory (SQLite); whoever writes from elsewhere waits half of this on average.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stop)) freshness.Check();
    }
}
