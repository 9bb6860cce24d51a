namespace Broadsheet.Data.Following;

/// <summary>Whether a node knows of every change that was committed before it asked.</summary>
public enum Hearing
{
    /// <summary>All that was committed has been told to the followers.</summary>
    Current,

    /// <summary>The database cannot be heard: what is kept may have changed.</summary>
    Deaf,
}

/// <summary>Tells this node what has been written to the paper, by whatever program, in the order in which it was committed.</summary>
public abstract class ChangeFeed : IAsyncDisposable
{
    private readonly List<Action<IReadOnlyCollection<string>?>> followers = [];

    /// <summary>The names that a change touched; null when some were missed, so that anything may have changed.</summary>
    public void Follow(Action<IReadOnlyCollection<string>?> follower) => followers.Add(follower);

    /// <summary>Begins to listen; what was written before is not told.</summary>
    public abstract Task OpenAsync(CancellationToken stop);

    /// <summary>
    /// To be asked before each page is taken from memory. When it says Current, every change that was committed before the call has been told.
    /// Costs next to nothing when there was none.
    /// </summary>
    public abstract Hearing Listen();

    public abstract ValueTask DisposeAsync();

    protected void Tell(IReadOnlyCollection<string>? names)
    {
        foreach (var follower in followers) follower(names);
    }

    protected static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
