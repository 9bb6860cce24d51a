namespace Broadsheet.Web.Caching;

/// <summary>One page being drawn. Whoever asks for it meanwhile waits for it, instead of having it drawn again.</summary>
/// <param name="since">The generation of the cache before the first question was asked.</param>
public sealed class Printing(long since)
{
    private readonly TaskCompletionSource<KeptPage?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Since => since;

    /// <summary>What the page's slice made; null as long as it made nothing that can be kept.</summary>
    public Answer? Answer { get; private set; }

    public Task Take(Answer answer)
    {
        Answer = answer;
        return Task.CompletedTask;
    }

    /// <summary>Null when it came to nothing that others could have: each draws their own.</summary>
    /// <exception cref="Exception">What the drawing failed with, for all who wait.</exception>
    public Task<KeptPage?> Done => done.Task;

    public void Finish(KeptPage? page) => done.TrySetResult(page);

    public void Fail(Exception fault)
    {
        done.TrySetException(fault);
        // Nobody may be waiting: then it is told by whoever drew the page.
        _ = done.Task.Exception;
    }
}
