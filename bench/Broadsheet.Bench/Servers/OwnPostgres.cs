using System.Diagnostics;
using Broadsheet.Bench.Hosting;
using Npgsql;

namespace Broadsheet.Bench.Servers;

/// <summary>A PostgreSQL of the bench's own, with its usual settings, on a socket in its folder: there is no port that another program could have.</summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Server server;

    private OwnPostgres(Server server, string connection) => (this.server, ConnectionString) = (server, connection);

    public string ConnectionString { get; }

    public static async Task<OwnPostgres> StartAsync(Workplace work, CancellationToken stop)
    {
        var (programs, folder) = (Programs(), work.Fresh("postgres"));
        if (Environment.IsPrivilegedProcess) await RunAsync(["chown", "postgres", folder], stop);
        string[] asPostgres = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        await RunAsync([.. asPostgres, $"{programs}/initdb", "-D", $"{folder}/data", "-U", "paper", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], stop);
        var server = Server.Start("PostgreSQL", "", Path.Combine(work.Folder, "logs", "postgres.log"), false, new Dictionary<string, string>(),
            [.. asPostgres, $"{programs}/postgres", "-D", $"{folder}/data", "-c", "listen_addresses=", "-c", $"unix_socket_directories={folder}", "-c", "max_connections=200", "-c", "shared_buffers=256MB"]);
        var own = new OwnPostgres(server, $"Host={folder};Username=paper;Database=postgres");
        await own.ReadyAsync(stop);
        return own;
    }

    // It waits for open connections, and ours are pooled.
    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return server.DisposeAsync();
    }

    private async Task ReadyAsync(CancellationToken stop)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50, stop))
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(stop);
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < Patience) { }
    }

    private static string Programs() => Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
        ?? throw new InvalidOperationException("PostgreSQL is not installed");

    private static async Task RunAsync(string[] command, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed:\n{said}");
    }
}
