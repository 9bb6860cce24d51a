using System.Net;
using System.Net.Sockets;
using Broadsheet.Bench.Hosting;

namespace Broadsheet.Bench.Servers;

/// <summary>Starts the contestants: Broadsheet itself, and the two limits that serve its bytes.</summary>
public sealed class Newsstand(Workplace work)
{
    private static readonly Dictionary<string, string> Nothing = [];

    private string Logs => Directory.CreateDirectory(Path.Combine(work.Folder, "logs")).FullName;

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <param name="data">The paper's data folder.</param>
    /// <param name="database">A PostgreSQL connection string, or null.</param>
    public Task<Server> BroadsheetAsync(string data, CancellationToken stop, string? database = null, string? theme = null, string name = Names.Broadsheet) =>
        Broadsheet(data, database, theme, name, gauged: true).ReadyAsync("/", stop);

    /// <summary>Started, and not yet answering.</summary>
    public Server Broadsheet(string data, string? database, string? theme, string name, bool gauged)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        Dictionary<string, string> settings = new()
        {
            ["BROADSHEET_COMMENTS__HOLD"] = "never", ["BROADSHEET_COMMENTS__FLOOD"] = "off", ["BROADSHEET_THEME__FOLDER"] = theme ?? work.Theme, ["BROADSHEET_SITE__URL"] = "http://paper.example",
        };
        string[] where = database is null ? [] : ["--database", database];
        return Server.Start(name, url, LogOf(name), gauged, settings, ["dotnet", work.Program, "serve", "--urls", url, "--data", data, .. where]);
    }

    /// <param name="pages">The folder with the bytes to serve.</param>
    public Task<Server> BareKestrelAsync(string pages, CancellationToken stop)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        return Server.Start(Names.BareKestrel, url, LogOf("kestrel"), true, Nothing, "dotnet", typeof(Newsstand).Assembly.Location, "bare", pages, url).ReadyAsync("/", stop);
    }

    public Task<Server> NginxAsync(string pages, CancellationToken stop)
    {
        var port = FreePort();
        var file = Path.Combine(Logs, "nginx.conf");
        File.WriteAllText(file, NginxConf.Of(pages, port, Logs));
        return Server.Start(Names.Nginx, $"http://127.0.0.1:{port}", LogOf("nginx"), false, Nothing, "nginx", "-p", Logs, "-c", file).ReadyAsync("/", stop);
    }

    private string LogOf(string name) => Path.Combine(Logs, name.Replace(' ', '-').ToLowerInvariant() + ".log");
}
