namespace Broadsheet.Bench.Spike;

/// <summary>What readers and the desk were told is done. A page asked for after that must hold it.</summary>
public sealed class Ledger
{
    private long comments, edits;

    public long Comments => Interlocked.Read(ref comments);

    public long Edits => Interlocked.Read(ref edits);

    public void CommentTaken() => Interlocked.Increment(ref comments);

    public void EditTaken() => Interlocked.Increment(ref edits);

    /// <summary>What the page held before anybody wrote.</summary>
    public void BeginWith(long onPage) => Interlocked.Exchange(ref comments, onPage);
}
