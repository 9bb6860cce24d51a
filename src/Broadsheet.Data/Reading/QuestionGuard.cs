using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Data.Reading;

/// <summary>Notes which tables a question of the <see cref="ReadingRoom"/> reads, and refuses a query that is part of none. On SQLite it puts the question with a statement that stays ready.</summary>
internal sealed class QuestionGuard : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand asked ? ((NewsDb)eventData.Context!).Ready.For(asked) : result;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        See(command.CommandText, (NewsDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        See(command.CommandText, (NewsDb)eventData.Context!);
        return new(result);
    }

    public static void See(string sql, NewsDb db)
    {
        var asked = db.Asked ?? throw new InvalidOperationException("A page asked the database without naming what its answer hangs on.");
        asked.UnionWith(NamedTables.ReadBy(sql));
    }
}
