using Broadsheet.Data;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Corpus;

/// <summary>Makes PostgreSQL ready for very many rows. The user has to be allowed to leave out the checks of foreign keys: a superuser.</summary>
public sealed class PostgresShelf(NewsDb db) : IShelf
{
    public Task OpenAsync(CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'", stop);

    public Task<List<string>> IndexesAsync(CancellationToken stop) => db.Database.SqlQuery<string>($"""
        select indexname || chr(10) || indexdef as "Value" from pg_indexes
        where schemaname = current_schema() and not exists (select 1 from pg_constraint where conname = indexname)
        """).ToListAsync(stop);

    /// <summary>The next row that the program stores gets the number after the last of the corpus.</summary>
    public async Task CloseAsync(CancellationToken stop)
    {
        var tables = await db.Database.SqlQuery<string>($"""
            select table_name as "Value" from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'
            """).ToListAsync(stop);
        foreach (var table in tables)
#pragma warning disable EF1002 // Names of the schema's own tables.
            await db.Database.ExecuteSqlRawAsync($"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table})) where exists (select 1 from {table})", stop);
#pragma warning restore EF1002
        await db.Database.ExecuteSqlRawAsync("vacuum analyze", stop);
        await db.Database.CloseConnectionAsync();
    }
}
