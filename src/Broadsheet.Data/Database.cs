using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Broadsheet.Data;

/// <summary>Where the paper's database is.</summary>
public static class Database
{
    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
    public static DbContextOptions<NewsDb> In(string dataFolder, string? connection)
    {
        var options = new DbContextOptionsBuilder<NewsDb>();
        return (connection is null ? options.UseSqlite(SqliteFile(dataFolder), OneText) : options.UseNpgsql(Patient(connection))).Options;
    }

    // However many values a list holds, the question's text is the same, and is made and parsed once.
    private static void OneText(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    // Npgsql keeps those ready that are put often.
    private const int ReadyStatements = 100;

    // Npgsql waits fifteen seconds for a server that does not answer; a reader has gone by then.
    private static string Patient(string connection)
    {
        var asked = new NpgsqlConnectionStringBuilder(connection);
        if (!asked.ShouldSerialize("Timeout")) asked.Timeout = 3;
        if (!asked.ShouldSerialize("Max Auto Prepare")) asked.MaxAutoPrepare = ReadyStatements;
        return asked.ToString();
    }

    /// <summary>So long a writer waits for another one's turn to end, on SQLite.</summary>
    internal const int SecondsForLock = 10;

    private static string SqliteFile(string dataFolder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataFolder, "broadsheet.db"), ForeignKeys = true, DefaultTimeout = SecondsForLock,
    }.ToString();
}
