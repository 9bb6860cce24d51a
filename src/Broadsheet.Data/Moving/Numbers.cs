using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Moving;

/// <summary>The numbers that the database gives next.</summary>
public static class Numbers
{
    /// <summary>After rows came with numbers of their own: PostgreSQL counts on by itself and has not seen them. SQLite has.</summary>
    public static Task PassAsync(NewsDb db, CancellationToken stop) => db.IsPostgres ? db.Database.ExecuteSqlRawAsync("""
        select setval(pg_get_serial_sequence('article', 'id'), greatest((select coalesce(max(id), 0) from article), 1));
        select setval(pg_get_serial_sequence('comment', 'id'), greatest((select coalesce(max(id), 0) from comment), 1));
        """, stop) : Task.CompletedTask;
}
