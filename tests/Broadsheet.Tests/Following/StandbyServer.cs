using System.Diagnostics;
using Npgsql;

namespace Broadsheet.Tests.Following;

/// <summary>A real standby of the tests' PostgreSQL, on a socket in a folder of its own.</summary>
public sealed class StandbyServer : IAsyncDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-standby-");
    private readonly string programs;

    private StandbyServer(string programs, string database)
    {
        this.programs = programs;
        Connection = new NpgsqlConnectionStringBuilder(database) { Host = home.FullName, Port = 5432, Pooling = true }.ToString();
    }

    /// <summary>The same database, on the standby; pooled, as in use: only a new connection is looked at before it is asked.</summary>
    public string Connection { get; }

    /// <summary>Null where the tests' server has no socket here, or its programs are not there.</summary>
    public static async Task<StandbyServer?> OfAsync(string database)
    {
        var server = new NpgsqlConnectionStringBuilder(database);
        if (!server.Host!.StartsWith('/')) return null;
        var programs = $"/usr/lib/postgresql/{await AskAsync<int>(database, "select current_setting('server_version_num')::int / 10000")}/bin";
        if (!File.Exists($"{programs}/pg_basebackup")) return null;
        var standby = new StandbyServer(programs, database);
        await RunAsync("chmod", "755", standby.home.FullName);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", standby.home.FullName);
        await standby.DoAsync("pg_basebackup", "-h", server.Host, "-p", $"{server.Port}", "-U", server.Username!, "-D", standby.Data, "-X", "stream", "-R", "-c", "fast", "--no-sync");
        await standby.StartAsync();
        return standby;
    }

    public Task StartAsync() => DoAsync("pg_ctl", "-s", "-D", Data, "-l", $"{home.FullName}/log", "-w", "-o", $"-c listen_addresses='' -c unix_socket_directories={home.FullName} -c max_connections=200 -c fsync=off", "start");

    public Task StopAsync() => DoAsync("pg_ctl", "-s", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>What the primary writes still arrives, but is not seen.</summary>
    public async Task PauseAsync()
    {
        await AskAsync<bool>(Connection, "select true from pg_wal_replay_pause()");
        await Soon.Async(async () => await AskAsync<string>(Connection, "select pg_get_wal_replay_pause_state()") == "paused");
    }

    public Task ResumeAsync() => AskAsync<bool>(Connection, "select true from pg_wal_replay_resume()");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        home.Delete(recursive: true);
    }

    private string Data => $"{home.FullName}/data";

    // The server refuses to run as root.
    private Task DoAsync(string program, params string[] words) =>
        Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", $"{programs}/{program}", .. words]) : RunAsync($"{programs}/{program}", words);

    private static async Task RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)} ended with {process.ExitCode}");
    }

    private static async Task<T> AskAsync<T>(string connection, string question)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
