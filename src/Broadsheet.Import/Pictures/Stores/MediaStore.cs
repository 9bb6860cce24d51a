namespace Broadsheet.Import.Pictures.Stores;

/// <summary>
/// Where pictures are kept, for one node or for all of them. A file is there whole or not at all, and never changes: two nodes that put
/// the same one agree. Whoever asks a store that does not answer is told so in time (<see cref="MediaStoreSilent"/>).
/// </summary>
public abstract class MediaStore(Patience patience)
{
    /// <summary>Null = there is none. The content can be read from any place and is the caller's to close.</summary>
    public virtual Task<MediaFile?> OpenAsync(string name, CancellationToken stop) => AskAsync(patience.Reading, limit => ReadAsync(name, limit), stop);

    /// <summary>All of a file at once; null = there is none.</summary>
    public Task<byte[]?> BytesAsync(string name, CancellationToken stop) => AskAsync(patience.Reading, async limit =>
    {
        if (await ReadAsync(name, limit) is not { } file) return null;
        await using var content = file.Content;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, limit);
        return bytes;
    }, stop);

    public Task<bool> ExistsAsync(string name, CancellationToken stop) => AskAsync(patience.Reading, limit => HasAsync(name, limit), stop);

    public Task PutAsync(string name, byte[] bytes, CancellationToken stop) => AskAsync(patience.Writing, async limit => { await WriteAsync(name, bytes, limit); return true; }, stop);

    /// <summary>At the start: what is wrong and only the operator can put right, in a sentence; null = nothing.</summary>
    /// <exception cref="MediaStoreSilent">It does not answer, which may pass.</exception>
    public Task<string?> FaultAsync(CancellationToken stop) => AskAsync(patience.Reading, WrongAsync, stop);

    /// <summary>Which store it is, as the operator knows it, without a secret.</summary>
    public abstract override string ToString();

    protected abstract Task<MediaFile?> ReadAsync(string name, CancellationToken stop);
    protected abstract Task<bool> HasAsync(string name, CancellationToken stop);
    protected abstract Task WriteAsync(string name, byte[] bytes, CancellationToken stop);
    protected abstract Task<string?> WrongAsync(CancellationToken stop);

    /// <summary>What the store failed of, without a secret; null = the fault is not the store's.</summary>
    protected abstract string? ReasonOf(Exception fault);

    private async Task<T> AskAsync<T>(TimeSpan longest, Func<CancellationToken, Task<T>> ask, CancellationToken stop)
    {
        try { return await patience.AskAsync(longest, ask, stop); }
        catch (PatienceAtEnd) { throw new MediaStoreSilent(this, "it did not answer before and is left alone for a moment", isNews: false); }
        catch (TimeoutException) { throw new MediaStoreSilent(this, "no answer in time"); }
        catch (Exception fault) when (ReasonOf(fault) is { } reason) { throw new MediaStoreSilent(this, reason); }
    }
}

/// <param name="ModifiedAt">Null = it has just been made.</param>
/// <param name="Tag">Without quotes; other bytes have another one. Null = the store gives none.</param>
public sealed record MediaFile(Stream Content, DateTimeOffset? ModifiedAt, string? Tag)
{
    /// <summary>Why a copy that was just made could not be stored. Null = it was, or came from there.</summary>
    public MediaStoreSilent? Unkept { get; init; }
}
