using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Broadsheet.Data.Reading;

/// <summary>The database did not answer a moment ago, and was not asked again.</summary>
public sealed class DatabaseGone() : DbException("The database does not answer.")
{
    // From sqlite3.h: SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB.
    private static readonly int[] OfFile = [10, 13, 14, 26];

    // From PostgreSQL's appendix of codes: cannot connect now, shut down, crashed; too many connections.
    private static readonly string[] OfServer = ["57P01", "57P02", "57P03", "53300"];

    /// <summary>Whether a fault, or what caused it, is the database's: nothing that another question would mend.</summary>
    public static bool IsToldBy(Exception fault) => Causes(fault).Any(cause => cause switch
    {
        DatabaseGone => true,
        PostgresException refused => OfServer.Contains(refused.SqlState),
        NpgsqlException => true,
        SqliteException file => OfFile.Contains(file.SqliteErrorCode),
        _ => false,
    });

    /// <summary>Whether a fault, or what caused it, is any that the database tells: gone, locked, full.</summary>
    public static bool IsOfDatabase(Exception fault) => Causes(fault).Any(cause => cause is DbException);

    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
