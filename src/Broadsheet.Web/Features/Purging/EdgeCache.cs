namespace Broadsheet.Web.Features.Purging;

/// <summary>A cache between readers and the paper that can be told to drop every page that hangs on a name.</summary>
public abstract class EdgeCache(HttpClient messenger)
{
    /// <summary>Where it is told, and what it is called in the log and in the database. Holds no secret.</summary>
    public abstract string Address { get; }

    /// <summary>The header by which it is told how long it may keep a page.</summary>
    public abstract string Field { get; }

    /// <summary>
    /// When it has to be told once more: a page that it was fetching while it was told may be from before. Null when it sees to that itself.
    /// </summary>
    public abstract TimeSpan? Again { get; }

    /// <summary>When this returns, the cache has confirmed that it holds no page that hangs on one of the names.</summary>
    /// <exception cref="HttpRequestException">It did not, or not all of it.</exception>
    public async Task PurgeAsync(IEnumerable<string> names, CancellationToken stop)
    {
        foreach (var keys in Batches.Of(names)) await SendAsync(Purge(keys), stop);
    }

    /// <exception cref="HttpRequestException">It did not confirm.</exception>
    public Task PurgeAllAsync(CancellationToken stop) => SendAsync(PurgeAll(), stop);

    /// <param name="keys">Names, separated by a space.</param>
    protected abstract HttpRequestMessage Purge(string keys);

    protected abstract HttpRequestMessage PurgeAll();

    private async Task SendAsync(HttpRequestMessage message, CancellationToken stop)
    {
        using (message)
        using (var answer = await messenger.SendAsync(message, stop)) answer.EnsureSuccessStatusCode();
    }
}
