using System.Net.Sockets;
using Broadsheet.Import.Pictures.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Web.Hosting;

/// <summary>Exit codes of every verb.</summary>
public static class ExitCode
{
    public const int Done = 0, Refused = 1, WrongUsage = 2, Fault = 3;
}

/// <summary>Something the operator can put right: told in one line, without a stack trace.</summary>
public sealed class OperatorMistake(string message, int exitCode = ExitCode.Refused) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>The outermost edge of every verb: what went wrong becomes a line on stderr and an exit code.</summary>
public static class Edge
{
    // From sqlite3.h: SQLITE_IOERR_SHMSIZE. The first program to open the paper makes a small file beside it, and finds no room.
    private const int NoRoomToOpen = 10 | (19 << 8);

    public static async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try { return await verb(); }
        catch (OperationCanceledException) { return ExitCode.Fault; }
        catch (Exception fault)
        {
            var (line, code) = Told(fault);
            await Console.Error.WriteLineAsync("broadsheet: " + line);
            return code;
        }
    }

    private static (string Line, int Code) Told(Exception fault) => fault switch
    {
        OperatorMistake mistake => (mistake.Message, mistake.ExitCode),
        DbUpdateException { InnerException: { } inner } => Told(inner),
        SqliteException { SqliteErrorCode: 5 or 6 } => ("the database is locked by another program; try again when it is done", ExitCode.Fault),
        SqliteException { SqliteErrorCode: 13 } or SqliteException { SqliteExtendedErrorCode: NoRoomToOpen } => ("the disk is full: nothing was stored", ExitCode.Fault),
        SqliteException { SqliteErrorCode: 10 } broken => ($"the disk fails: the database cannot be read or written (SQLite {broken.SqliteExtendedErrorCode}); look at the machine's log", ExitCode.Fault),
        SqliteException { SqliteErrorCode: 8 } => ("the database cannot be written: it, or its folder, is read-only", ExitCode.Fault),
        SqliteException { SqliteErrorCode: 14 } => ("the database cannot be opened: look at the data folder and its rights", ExitCode.Fault),
        SqliteException { SqliteErrorCode: 11 or 26 } => ("the file broadsheet.db is damaged or is no database; restore it from a backup", ExitCode.Fault),
        NpgsqlException { InnerException: SocketException } => ("PostgreSQL does not answer: look at the connection string and whether it runs", ExitCode.Fault),
        PostgresException refused => ($"PostgreSQL refused: {refused.MessageText}", ExitCode.Fault),
        MediaStoreSilent silent => (silent.Message, ExitCode.Fault),
        IOException { HResult: 28 } => ("the disk is full: nothing was stored", ExitCode.Fault),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => ("the port is taken by another program; choose another with --urls", ExitCode.Fault),
        IOException or UnauthorizedAccessException => (fault.Message, ExitCode.Fault),
        _ => ("a fault of the program itself:\n" + fault, ExitCode.Fault),
    };
}
