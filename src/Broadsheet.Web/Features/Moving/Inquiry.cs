using System.Collections.Concurrent;
using Broadsheet.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Asks the running site, and the tables what it has to answer, and notes what is not as it should be. In the same memory however large the paper is. For several threads.</summary>
internal sealed class Inquiry(HttpClient site, Database database, Action<int> progress, CancellationToken stop)
{
    /// <summary>Rows that are read at once: enough that the database is seldom asked, and few enough for the memory, whatever hangs on each.</summary>
    public const int PerPage = 100;

    // Enough to keep the site busy; more would only be in each other's way.
    private static readonly int AtOnce = 2 * Environment.ProcessorCount;

    // A paper of nothing but differences must not fill the memory.
    private const int MostFindings = 10_000;

    private readonly ConcurrentQueue<Verification.Finding> findings = [];
    private readonly string root = site.BaseAddress!.GetLeftPart(UriPartial.Authority);
    private int requests, found;

    public CancellationToken Stop => stop;

    public int Requests => requests;

    public int FindingCount => found;

    public IReadOnlyList<Verification.Finding> Findings => [.. findings.OrderBy(f => f.Address, StringComparer.Ordinal)];

    public void Find(string address, string what)
    {
        if (Interlocked.Increment(ref found) <= MostFindings) findings.Enqueue(new(address, what));
    }

    /// <param name="address">A path, encoded, and a query.</param>
    public async Task<Answer> GetAsync(string address)
    {
        // Put together as text: as a relative address "//…" would be another host.
        using var answer = await site.GetAsync(new Uri(root + address), HttpCompletionOption.ResponseHeadersRead, stop);
        var body = await answer.Content.ReadAsByteArrayAsync(stop);
        progress(Interlocked.Increment(ref requests));
        return new((int)answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Content.Headers.ContentType?.MediaType, body);
    }

    public async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question)
    {
        await using var db = new NewsDb(database.Options);
        return await question(db);
    }

    /// <summary>All rows of a question, however many there are.</summary>
    /// <inheritdoc cref="PagesAsync"/>
    public async IAsyncEnumerable<T> RowsAsync<T, TKey>(TKey before, Func<NewsDb, TKey, IQueryable<T>> after, Func<T, TKey> key)
    {
        await foreach (var page in PagesAsync(before, after, key))
            foreach (var row in page) yield return row;
    }

    /// <summary>All rows of a question, so many together as are read at once.</summary>
    /// <param name="before">A key before the first.</param>
    /// <param name="after">The rows after a key, in the order of their keys.</param>
    public async IAsyncEnumerable<List<T>> PagesAsync<T, TKey>(TKey before, Func<NewsDb, TKey, IQueryable<T>> after, Func<T, TKey> key)
    {
        for (var last = before; ;)
        {
            var page = await AskAsync(db => after(db, last).Take(PerPage).ToListAsync(stop));
            yield return page;
            if (page.Count < PerPage) yield break;
            last = key(page[^1]);
        }
    }

    /// <summary>The rows of a question that has no key to go by, as the database finds them.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(Func<NewsDb, IQueryable<T>> question)
    {
        await using var db = new NewsDb(database.Options);
        await foreach (var row in question(db).AsAsyncEnumerable().WithCancellation(stop)) yield return row;
    }

    /// <returns>How many there were.</returns>
    public async Task<int> EachAsync<T>(IAsyncEnumerable<T> all, Func<T, Task> look)
    {
        var count = 0;
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (one, _) =>
        {
            Interlocked.Increment(ref count);
            await look(one);
        });
        return count;
    }
}
