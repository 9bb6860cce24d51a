namespace Broadsheet.Bench.Corpus;

/// <summary>Where the rows of a corpus go, fast.</summary>
public interface IShelf
{
    Task OpenAsync(CancellationToken stop);

    /// <summary>Those that can be dropped and made again: name, line break, statement.</summary>
    Task<List<string>> IndexesAsync(CancellationToken stop);

    /// <param name="rows">At least one, all of one table; within a transaction.</param>
    Task PutAsync(IReadOnlyList<object> rows, CancellationToken stop);

    Task CloseAsync(CancellationToken stop);
}
