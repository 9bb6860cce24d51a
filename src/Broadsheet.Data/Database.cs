using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Broadsheet.Data;

/// <summary>Where the paper's database is.</summary>
public sealed class Database
{
    // Npgsql keeps those ready that are put often.
    private const int ReadyStatements = 100;

    private readonly string connection;
    private readonly Lazy<DbContextOptions<NewsDb>> options;

    private Database(string connection, bool isPostgres)
    {
        (this.connection, IsPostgres) = (connection, isPostgres);
        options = new(() => (isPostgres ? new DbContextOptionsBuilder<NewsDb>().UseNpgsql(connection) : new DbContextOptionsBuilder<NewsDb>().UseSqlite(connection, OneText)).Options);
    }

    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
    public static Database In(string dataFolder, string? connection) => connection is null ? new(SqliteFile(dataFolder), false) : new(Patient(connection), true);

    public bool IsPostgres { get; }

    /// <summary>For the context, which writes.</summary>
    public DbContextOptions<NewsDb> Options => options.Value;

    /// <summary>A bare connection, not yet open, from the driver's pool.</summary>
    public DbConnection Connect() => IsPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);

    // However many values a list holds, the question's text is the same, and is made and parsed once.
    private static void OneText(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

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
