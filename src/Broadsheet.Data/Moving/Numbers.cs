using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Moving;

/// <summary>Numbers of rows that come in while others keep numbers of their own. One for a whole move; to be used while holding the write lock.</summary>
public sealed class Numbers(NewsDb db)
{
    private readonly Dictionary<string, long> last = [];

    /// <summary>From now on the database gives only numbers above this one, so that whoever writes meanwhile takes none that is still to come.</summary>
    /// <param name="table">One of ours, whose key is "id".</param>
    public async Task PassAsync(string table, long highest, CancellationToken stop)
    {
        last[table] = Math.Max(highest, await HighestAsync(table, stop));
#pragma warning disable EF1002 // A table's own name.
        if (db.IsPostgres && last[table] > 0) await db.Database.ExecuteSqlRawAsync($"select setval(pg_get_serial_sequence('{table}', 'id'), greatest({last[table]}, nextval(pg_get_serial_sequence('{table}', 'id'))))", stop);
        if (!db.IsPostgres) await db.Database.ExecuteSqlAsync($"update sqlite_sequence set seq = max(seq, {last[table]}) where name = {table}", stop);
        if (!db.IsPostgres) await db.Database.ExecuteSqlAsync($"insert into sqlite_sequence (name, seq) select {table}, {last[table]} where not exists (select 1 from sqlite_sequence where name = {table})", stop);
#pragma warning restore EF1002
    }

    /// <summary>So many that nobody has.</summary>
    public async Task<Queue<long>> TakeAsync(string table, int count, CancellationToken stop)
    {
        if (count == 0) return new();
#pragma warning disable EF1002
        if (db.IsPostgres) return new(await db.Database.SqlQueryRaw<long>($"select nextval(pg_get_serial_sequence('{table}', 'id')) as \"Value\" from generate_series(1, {count})").ToListAsync(stop));
#pragma warning restore EF1002
        var first = Math.Max(last.GetValueOrDefault(table), await HighestAsync(table, stop)) + 1;
        last[table] = first + count - 1;
        return new(Enumerable.Range(0, count).Select(n => first + n));
    }

    /// <summary>Each its own number where that is nobody's, and one of the database's where it is not.</summary>
    /// <param name="ids">The numbers that the table has.</param>
    /// <param name="own">By a key of the caller's; one that is not above zero is none.</param>
    public async Task<Dictionary<long, long>> KeepAsync(string table, IQueryable<long> ids, IReadOnlyDictionary<long, long> own, CancellationToken stop)
    {
        var wanted = own.Values.Where(id => id > 0).ToList();
        var taken = (await ids.Where(id => wanted.Contains(id)).ToListAsync(stop)).ToHashSet();
        bool IsFree(long id) => id > 0 && !taken.Contains(id);
        var next = await TakeAsync(table, own.Values.Count(id => !IsFree(id)), stop);
        return own.ToDictionary(o => o.Key, o => IsFree(o.Value) ? o.Value : next.Dequeue());
    }

#pragma warning disable EF1002
    private Task<long> HighestAsync(string table, CancellationToken stop) => db.Database.SqlQueryRaw<long>($"select coalesce(max(id), 0) as \"Value\" from {table}").SingleAsync(stop);
#pragma warning restore EF1002
}
