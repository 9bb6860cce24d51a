using Npgsql;

namespace Broadsheet.Tests;

/// <summary>A database for one test class: a file in its data folder, or, where BROADSHEET_TEST_POSTGRES names a server, a new one there.</summary>
public sealed class PaperDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("BROADSHEET_TEST_POSTGRES");

    private readonly string name = $"paper_{Guid.NewGuid():n}";

    private PaperDatabase() { }

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    /// <summary>Null for SQLite.</summary>
    public string? Connection => IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 12 }.ToString() : null;

    public static async Task<PaperDatabase> MakeAsync()
    {
        var database = new PaperDatabase();
        if (IsPostgres) await TellServerAsync($"create database {database.name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsPostgres) return;
        await using (var last = new NpgsqlConnection(Connection)) NpgsqlConnection.ClearPool(last);
        await TellServerAsync($"drop database {name} with (force)");
    }

    private static async Task TellServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
