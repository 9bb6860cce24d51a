namespace Broadsheet.Import.Pictures.Stores;

/// <summary>How long a store is waited for, and by how many at once. After three failures running it is left alone, but for one asker a rest.</summary>
/// <param name="atOnce">A network folder that hangs takes the thread of whoever looks: never more of them than this.</param>
public sealed class Patience(int atOnce, TimeProvider clock)
{
    private const int Failures = 3;

    private readonly SemaphoreSlim gate = new(atOnce);
    private int failed;
    private long restUntil;

    public TimeSpan Reading { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan Writing { get; init; } = TimeSpan.FromSeconds(60);
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="PatienceAtEnd">It was not asked at all.</exception>
    /// <exception cref="TimeoutException">It was asked and is still at it.</exception>
    public async Task<T> AskAsync<T>(TimeSpan longest, Func<CancellationToken, Task<T>> ask, CancellationToken stop)
    {
        if (Resting()) throw new PatienceAtEnd();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        try
        {
            var answer = await Task.Run(() => InTurnAsync(ask, limit.Token), limit.Token).WaitAsync(limit.Token);
            Volatile.Write(ref failed, 0);
            return answer;
        }
        // A reader who went away says nothing about the store.
        catch (Exception) when (stop.IsCancellationRequested) { throw new OperationCanceledException(stop); }
        catch (Exception fault)
        {
            if (Interlocked.Increment(ref failed) == Failures) Volatile.Write(ref restUntil, Later());
            if (fault is OperationCanceledException) throw new TimeoutException();
            throw;
        }
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken limit)
    {
        await gate.WaitAsync(limit);
        try { return await ask(limit); }
        finally { gate.Release(); }
    }

    // Whoever moves the end of the rest is the one who asks; the others see the new end.
    private bool Resting()
    {
        if (Volatile.Read(ref failed) < Failures) return false;
        var until = Volatile.Read(ref restUntil);
        return clock.GetTimestamp() < until || Interlocked.CompareExchange(ref restUntil, Later(), until) != until;
    }

    private long Later() => clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency);
}

/// <summary>Thrown instead of asking once more.</summary>
public sealed class PatienceAtEnd : Exception;
