using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data;

/// <summary>Where the paper's database is.</summary>
public static class Database
{
    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
    public static DbContextOptions<NewsDb> In(string dataFolder, string? connection)
    {
        var options = new DbContextOptionsBuilder<NewsDb>();
        return (connection is null ? options.UseSqlite(SqliteFile(dataFolder)) : options.UseNpgsql(connection)).Options;
    }

    private static string SqliteFile(string dataFolder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataFolder, "broadsheet.db"), ForeignKeys = true, DefaultTimeout = 10,
    }.ToString();
}
