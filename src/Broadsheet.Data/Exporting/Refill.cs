using System.Text.Json;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Search;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Data.Exporting;

/// <summary>Puts the rows of an export into an empty paper: all of them at the commit, or none.</summary>
public sealed class Refill : IAsyncDisposable
{
    private const int Some = 200;

    private readonly NewsDb db;
    private readonly Write write;

    private Refill(NewsDb db, Write write) => (this.db, this.write) = (db, write);

    /// <summary>Other writers wait from here on.</summary>
    public static async Task<Refill> BeginAsync(NewsDb db, CancellationToken stop)
    {
        var refill = new Refill(db, await Write.AloneAsync(db, stop));
        // Rows come table by table: one may name another that is still to come.
        if (db.IsPostgres) await refill.DeferAsync("deferrable initially deferred", stop);
        else await db.Database.ExecuteSqlRawAsync("pragma defer_foreign_keys = on", stop);
        return refill;
    }

    /// <summary>The first table that has rows already; null when the paper is empty.</summary>
    public async Task<string?> OccupiedAsync(CancellationToken stop)
    {
        foreach (var table in ExportedTables.All)
            if (await CountAsync(table, stop) > 0) return table.Name;
        return null;
    }

#pragma warning disable EF1002 // A table's own name.
    public Task<long> CountAsync(ExportedTable table, CancellationToken stop) =>
        db.Database.SqlQueryRaw<long>($"select count(*) as \"Value\" from {table.Name}").SingleAsync(stop);
#pragma warning restore EF1002

    /// <param name="lines">Each a row as JSON.</param>
    /// <exception cref="FormatException">A line is no row of this table.</exception>
    public async Task PutAsync(ExportedTable table, IAsyncEnumerable<string> lines, CancellationToken stop)
    {
        var columns = await TableColumn.OfAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), table.Name, stop);
        RepeatedStatement? insert = null;
        List<TableColumn> given = [];
        var number = 0;
        await foreach (var line in lines.WithCancellation(stop))
        {
            number++;
            try
            {
                using var row = JsonDocument.Parse(line);
                if (insert is null)
                {
                    given = [.. row.RootElement.EnumerateObject().Select(p => columns.Find(c => c.Name == p.Name) ?? throw new FormatException($"{p.Name} is no column that this program knows"))];
                    insert = Insert(table, given);
                }
                var values = given.Select(c => row.RootElement.TryGetProperty(c.Name, out var value) ? RowText.Read(value, c.Kind) : throw new FormatException($"{c.Name} is missing")).ToArray();
                await insert.PutAsync(stop, values);
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException) { throw new FormatException($"{table.Name}, row {number}: {wrong.Message}", wrong); }
        }
        if (insert is not null) await insert.DisposeAsync();
    }

    /// <summary>From now on the database gives only numbers above this one.</summary>
    public Task PassAsync(ExportedTable table, long highest, CancellationToken stop) => new Numbers(db).PassAsync(table.Name, highest, stop);

    /// <summary>What an export leaves out because it follows from the rest: the words that readers search.</summary>
    public async Task MakeWordsAsync(Action<int> tell, CancellationToken stop)
    {
        var (after, done) = (0L, 0);
        while (true)
        {
            var some = await db.Articles.AsNoTracking().Where(a => a.State == ArticleState.Published && a.Id > after).OrderBy(a => a.Id).Take(Some)
                .Join(db.Revisions.AsNoTracking(), a => a.RevisionId, r => r.Id, (_, r) => r).ToListAsync(stop);
            if (some.Count == 0) return;
            await ArticleWords.PutAsync(db, some, stop);
            after = some.Max(r => r.ArticleId);
            tell(done += some.Count);
        }
    }

    /// <summary>The numbers of revisions that do not follow from the one before, as the log is now; more than a few are not listed.</summary>
    public async Task<List<long>> BrokenAsync(CancellationToken stop)
    {
        var (before, broken) = (Revision.NoHash, new List<long>());
        await foreach (var revision in db.Revisions.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!revision.Follows(before) && broken.Count < 10) broken.Add(revision.Id);
            before = revision.Hash;
        }
        return broken;
    }

    public async Task CommitAsync(DateTime now, CancellationToken stop)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("set constraints all immediate", stop);
            await DeferAsync("not deferrable", stop);
        }
        db.Touch(Names.Articles, Names.Cards, Names.Sections, Names.Comments, Names.Front, Names.Words, Names.OldAddresses, Names.Queue);
        await write.CommitAsync(now, stop);
    }

    public ValueTask DisposeAsync() => write.DisposeAsync();

    private RepeatedStatement Insert(ExportedTable table, List<TableColumn> given)
    {
        var secrets = (table.Secrets ?? new Dictionary<string, string>()).Where(s => given.TrueForAll(c => c.Name != s.Key)).ToList();
        var names = string.Join(", ", given.Select(c => c.Name).Concat(secrets.Select(s => s.Key)));
        var values = string.Join(", ", given.Select((_, at) => $"@{at}").Concat(secrets.Select(s => s.Value)));
        return new(db, $"insert into {table.Name} ({names}) values ({values})", given.Count);
    }

    private async Task DeferAsync(string how, CancellationToken stop)
    {
        var keys = await db.Database.SqlQueryRaw<string>("""
            select format('alter table %s alter constraint %I', conrelid::regclass, conname) as "Value" from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
            """).ToListAsync(stop);
#pragma warning disable EF1002 // Names that the database gave and quoted.
        foreach (var key in keys) await db.Database.ExecuteSqlRawAsync($"{key} {how}", stop);
#pragma warning restore EF1002
    }
}
