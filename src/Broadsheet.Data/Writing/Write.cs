using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Data.Writing;

/// <summary>
/// One write to the paper. What it changed and the names of what hangs on that are committed together, or neither;
/// the names were given to <see cref="NewsDb.Touch"/> on the way.
/// </summary>
public sealed class Write : IAsyncDisposable
{
    private readonly NewsDb db;
    private readonly IDbContextTransaction transaction;

    private Write(NewsDb db, IDbContextTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>Alone: other writers of the paper wait. For all that grows in one line or moves what others stand on.</summary>
    public static async Task<Write> AloneAsync(NewsDb db, CancellationToken stop) => new(db, await WriteLock.BeginAsync(db, stop));

    /// <summary>Beside other writers, where the database can.</summary>
    public static async Task<Write> BesideOthersAsync(NewsDb db, CancellationToken stop) => new(db, await WriteLock.BeginBesideOthersAsync(db, stop));

    /// <summary>When this returns, readers see what was written on their next request, also through a cache in front that is told what changed.</summary>
    /// <exception cref="InvalidOperationException">A table was written that none of the names speaks for.</exception>
    public async Task CommitAsync(DateTime now, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        if (NamedTables.Unnamed(db.Written, db.Touched) is { } table) throw new InvalidOperationException($"A write to the table {table} names nothing that hangs on it.");
        long? change = db.Touched.Count > 0 ? await ChangeLog.EnterAsync(db, Change.To(now, db.Touched), stop) : null;
        await transaction.CommitAsync(stop);
        db.Forget();
        if (change is { } id) await ShowAsync(db, id);
    }

    /// <summary>When this returns, readers see all that anybody had committed before the call; what can be read from the tables may be a moment ahead of that.</summary>
    public static async Task AllShownAsync(NewsDb db, CancellationToken stop)
    {
        if (await db.Changes.MaxAsync(change => (long?)change.Id, stop) is { } last) await ShowAsync(db, last);
    }

    private static async Task ShowAsync(NewsDb db, long change)
    {
        if (db.IsPostgres) await Nodes.HearAsync(db, change);
        await Confirmation.AwaitAsync(db, change);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
