using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Data;

/// <summary>Where the paper's database is, and how it is opened.</summary>
public static class Database
{
    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
    public static DbContextOptions<NewsDb> In(string dataFolder, string? connection)
    {
        var options = new DbContextOptionsBuilder<NewsDb>();
        if (connection is not null) return options.UseNpgsql(connection).Options;
        return options.UseSqlite(SqliteFile(dataFolder)).AddInterceptors(new SqlitePragmas()).Options;
    }

    private static string SqliteFile(string dataFolder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(dataFolder, "broadsheet.db"), ForeignKeys = true, DefaultTimeout = 10,
    }.ToString();

    /// <summary>Readers go on while one writes (WAL); what was acknowledged survives a power cut (FULL).</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken stop = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
