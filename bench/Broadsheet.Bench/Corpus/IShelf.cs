namespace Broadsheet.Bench.Corpus;

/// <summary>The database that takes a corpus in, and what it need not do meanwhile.</summary>
public interface IShelf
{
    Task OpenAsync(CancellationToken stop);

    /// <summary>Those that can be dropped and made again: name, line break, statement.</summary>
    Task<List<string>> IndexesAsync(CancellationToken stop);

    Task CloseAsync(CancellationToken stop);
}
