using Broadsheet.Data;
using Broadsheet.Data.Duties;
using Broadsheet.Data.Following;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Related;
using Broadsheet.Data.Writing;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>Keeps the lists of what to read also true to the paper, in the background: one desk for all programs that serve it.</summary>
public sealed class ReadAlsoDesk(DbContextOptions<NewsDb> options, ChangeFeed feed, DutyRota rota, TimeProvider clock, ILogger<ReadAlsoDesk> log) : IHostedService, IAsyncDisposable
{
    private const string Duty = "read-also";

    // On SQLite another program's change is heard when somebody listens, and at night nobody may ask for a page.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100), Moment = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMinutes(1);

    private readonly TouchedArticles touched = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly CancellationTokenSource end = new();
    private Task? work;

    /// <summary>Follows the feed.</summary>
    public void Hear(IReadOnlyCollection<string>? names)
    {
        touched.Add(names);
        if (touched.Any && wake.CurrentCount == 0) wake.Release();
    }

    /// <summary>Begins, and waits until there is a list for every article that was published before the call, whichever program makes it, and readers see them.</summary>
    public async Task CatchUpAsync(CancellationToken stop)
    {
        await StartAsync(stop);
        await using var db = new NewsDb(options);
        while (await StoredLists.DueAsync(db, null, _ => false, stop) is not { Changed: [], Gone: [] }) await Task.Delay(Moment, stop);
        await Write.AllShownAsync(db, stop);
    }

    /// <summary>Does nothing when it has begun.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        work ??= QuietThread.RunAsync(Duty, () => AttendAsync(end.Token));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await end.CancelAsync();
        if (work is not null) await work;
    }

    // A program that is let go of without having been stopped; the container does it twice, as it knows the desk under two names.
    public async ValueTask DisposeAsync() => await StopAsync(default);

    private async Task AttendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var duty = await rota.HoldAsync(Duty, stop);
                using var mine = CancellationTokenSource.CreateLinkedTokenSource(stop, duty.Lost);
                await ServeAsync(mine.Token);
            }
            catch (OperationCanceledException) { }
            catch (Exception fault)
            {
                Tell(LogLevel.Error, fault, "the duty to make the lists of Read also cannot be taken");
                await Task.WhenAny(Task.Delay(LongestPause, stop));
            }
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        using var shift = new ReadAlsoShift(options, clock, log);
        touched.Add(null);
        for (var pause = Look; ;)
        {
            if (await TryAsync(shift, stop))
            {
                await wake.WaitAsync(pause = Look, stop);
                continue;
            }
            await Task.Delay(pause, stop);
            if (pause < LongestPause) pause *= 2;
        }
    }

    /// <returns>Whether all is done.</returns>
    private async Task<bool> TryAsync(ReadAlsoShift shift, CancellationToken stop)
    {
        try
        {
            do
            {
                if (feed.Listen() == Hearing.Deaf) return false;
                if (touched.Any) await shift.LookAsync(touched.Take(), stop);
                if (shift.HasWork) await shift.WorkAsync(stop);
            }
            while (touched.Any || shift.HasWork);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Tell(LogLevel.Warning, fault, "Read also could not be brought up to date; it is tried again");
            touched.Add(null);
            return false;
        }
        shift.Rest();
        return true;
    }

    // A database that is away is known by its message; whatever else it is, one wants to see where.
    private void Tell(LogLevel level, Exception fault, string what) => log.Log(level, DatabaseGone.IsOfDatabase(fault) ? null : fault, "{What} ({Fault})", what, fault.Message);
}
