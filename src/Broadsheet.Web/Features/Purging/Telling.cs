using System.Data.Common;
using Broadsheet.Data;
using Broadsheet.Data.Purging;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Purging;

/// <summary>Tells one cache in front what changed, from where it was told last. When it does not answer, it is asked again and again, and misses nothing.</summary>
public sealed class Telling(EdgeCache edge, Edition edition, DbContextOptions<NewsDb> options, ILogger log)
{
    // When so much changed that naming it takes many messages, everything is dropped at once.
    private const int MostNames = 2000;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim news = new(1);
    private readonly Queue<(long Due, IReadOnlyCollection<string> Names)> again = [];
    private volatile bool unsure = true;

    /// <summary>Something changed in the database. Never waits.</summary>
    public void Wake() => news.Release();

    /// <summary>The theme was saved, or anything else happened after which it is not sure of what edition the cache holds pages.</summary>
    public void Doubt()
    {
        unsure = true;
        Wake();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        var pause = TimeSpan.Zero;
        while (true)
        {
            try
            {
                if (pause > TimeSpan.Zero) await Task.Delay(pause, stop);
                else await news.WaitAsync(UntilAgain(), stop);
                while (news.Wait(0)) { }
                await TellAsync(stop);
                while (again.Count > 0 && UntilAgain() == 0) await TellAgainAsync(stop);
                if (pause > TimeSpan.Zero) log.LogWarning("{Edge} confirms again what it is told", edge.Address);
                pause = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { return; }
            catch (Exception fault)
            {
                if (pause == TimeSpan.Zero) log.LogWarning("{Edge} cannot be told what changed and may show old pages ({Fault}); it is told again until it confirms", edge.Address, fault.Message);
                pause = pause == TimeSpan.Zero ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
                unsure = true;
                await FalterAsync(stop);
            }
        }
    }

    /// <summary>At the end of this program: what it gave out while a newer edition ran beside it is dropped.</summary>
    public async Task LeaveAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        if ((await PurgeBook.EnterAsync(db, edge.Address, stop)).Edition != edition.Now()) await edge.PurgeAllAsync(stop);
    }

    private async Task TellAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        if (unsure) await CompareEditionsAsync(db, stop);
        while (await PurgeBook.NextAsync(db, edge.Address, stop) is { } next)
        {
            if (next.Names.Count > MostNames) await edge.PurgeAllAsync(stop);
            else await edge.PurgeAsync(next.Names, stop);
            await PurgeBook.ConfirmAsync(db, edge.Address, next.ChangeId, stop);
            if (edge.Again is { } pause) again.Enqueue((Environment.TickCount64 + (long)pause.TotalMilliseconds, next.Names));
        }
    }

    private async Task CompareEditionsAsync(NewsDb db, CancellationToken stop)
    {
        unsure = false;
        var (entered, now) = (await PurgeBook.EnterAsync(db, edge.Address, stop), edition.Now());
        if (entered.Edition == now) return;
        var newest = await PurgeBook.NewestAsync(db, stop);
        await edge.PurgeAllAsync(stop);
        await PurgeBook.BeginEditionAsync(db, edge.Address, now, stop);
        await PurgeBook.ConfirmAsync(db, edge.Address, newest, stop);
    }

    private async Task TellAgainAsync(CancellationToken stop)
    {
        await edge.PurgeAsync(again.Peek().Names, stop);
        again.Dequeue();
    }

    // In milliseconds; without end when there is nothing to be said again.
    private int UntilAgain() => again.Count == 0 ? Timeout.Infinite : (int)Math.Max(0, again.Peek().Due - Environment.TickCount64);

    private async Task FalterAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        try { await PurgeBook.FalterAsync(db, edge.Address, stop); }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            // Then nothing can be written, and nobody waits.
        }
    }
}
