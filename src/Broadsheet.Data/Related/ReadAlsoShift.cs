using System.Diagnostics;
using Broadsheet.Domain;
using Broadsheet.Domain.Related;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Data.Related;

/// <summary>
/// The work of whoever makes the lists of what to read also. The words of the paper are read when there is something to make and not before.
/// What is to do is told from the database alone, so that a shift may end at any moment, and the next goes on.
/// </summary>
public sealed class ReadAlsoShift(DbContextOptions<NewsDb> options, TimeProvider clock, ILogger log) : IDisposable
{
    // Small enough that other writers and the newest article need not wait long; each write has a price of its own.
    private const int Batch = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    // Above this the words take so much memory that it is given back when the paper is quiet, and so long that progress is told.
    private const int Large = 5_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10), Told = TimeSpan.FromSeconds(10);

    private readonly List<Amendment> unstored = [];
    private readonly List<long> gone = [];
    private ReadAlsoLists? lists;
    private DateTime worked;
    private Stopwatch? telling;

    public bool HasWork => lists is { Due: > 0 } || unstored.Count > 0 || gone.Count > 0;

    /// <param name="touched">The articles that may have come, changed or gone; null: any.</param>
    public async Task LookAsync(IReadOnlyCollection<long>? touched, CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        var due = await StoredLists.DueAsync(db, touched, id => lists?.Knows(id) is true, stop);
        if (due.Changed.Count + due.Gone.Count == 0) return;
        if (lists is null) await ReadAllAsync(db, stop);
        else
            foreach (var ids in due.Changed.Chunk(Batch)) Put(lists, await RelatedTexts.OfAsync(db, ids, stop));
        foreach (var id in due.Gone)
        {
            unstored.AddRange(lists!.Remove(id, clock.UtcNow()));
            gone.Add(id);
        }
    }

    /// <summary>One step, of lists that are stored together. After a fault those made are stored by the next.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        for (var started = Stopwatch.StartNew(); lists is { Due: > 0 } && unstored.Count < Batch && started.Elapsed < Longest;) unstored.AddRange(lists.Settle(clock.UtcNow()));
        await Task.Run(() => StoreAsync(stop), stop);
        unstored.Clear();
        gone.Clear();
        worked = clock.UtcNow();
        TellProgress();
    }

    // Not on a quiet thread: others wait for whoever writes.
    private async Task StoreAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        await StoredLists.StoreAsync(db, unstored, gone, clock.UtcNow(), stop);
    }

    /// <summary>Nothing is to do: lets go of the words when that has been so for long.</summary>
    public void Rest()
    {
        if (lists is not { Articles: >= Large } || clock.UtcNow() - worked < Quiet) return;
        Dispose();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public void Dispose()
    {
        lists?.Dispose();
        lists = null;
    }

    private async Task ReadAllAsync(NewsDb db, CancellationToken stop)
    {
        var (reading, started) = (new ReadAlsoLists(), Stopwatch.StartNew());
        RelatedArticle? last = null;
        while (await RelatedTexts.NextAsync(db, last, Batch, stop) is { Count: > 0 } next)
        {
            Put(reading, next);
            last = next[^1].Article;
        }
        lists = reading;
        if (lists.Articles < Large) return;
        log.LogInformation("Read also: {Articles} articles read in {Seconds} s, {Due} lists to make", lists.Articles, (int)started.Elapsed.TotalSeconds, lists.Due);
        telling = Stopwatch.StartNew();
    }

    private static void Put(ReadAlsoLists lists, List<RelatedTexts.Entry> entries)
    {
        foreach (var (article, revisionId, list) in entries) lists.Put(article, revisionId, list);
    }

    private void TellProgress()
    {
        if (telling is null || (lists!.Due > 0 && telling.Elapsed < Told)) return;
        log.LogInformation("Read also: {Due} lists to make", lists.Due);
        telling = lists.Due > 0 ? Stopwatch.StartNew() : null;
    }
}
