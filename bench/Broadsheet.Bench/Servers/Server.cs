using System.Diagnostics;
using System.Runtime.InteropServices;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Servers;

/// <summary>A program that the bench has started on the server's core. It is ended by its own number.</summary>
public sealed class Server : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), LastPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly Stopwatch age = Stopwatch.StartNew();
    private readonly string? gauge;

    private Server(string name, string url, Process process, string? gauge) => (Name, Base, this.process, this.gauge) = (name, url, process, gauge);

    public string Name { get; }
    public string Base { get; }
    public int Pid => process.Id;

    /// <summary>Since it was started.</summary>
    public TimeSpan Age => age.Elapsed;

    /// <summary>Everything that is running on the server's core for the bench.</summary>
    public static HashSet<int> Running { get; } = [];

    /// <param name="log">Gets what the program says.</param>
    /// <param name="gauged">Whether to measure what it allocates.</param>
    public static Server Start(string name, string url, string log, bool gauged, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var gauge = gauged ? Path.ChangeExtension(log, ".gauge") : null;
        var start = new ProcessStartInfo("taskset", ["-c", $"{Workplace.ServerCore}", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        if (gauge is not null)
        {
            File.Delete(gauge);
            (start.Environment["BENCH_GAUGE"], start.Environment["DOTNET_STARTUP_HOOKS"]) = (gauge, typeof(Server).Assembly.Location);
        }
        var process = Process.Start(start)!;
        Running.Add(process.Id);
        Keep(process, log);
        return new Server(name, url, process, gauge);
    }

    /// <summary>Waits until the path is answered with 200.</summary>
    public async Task<Server> ReadyAsync(string path, CancellationToken stop)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await Task.Delay(5, stop))
            if (await Visitor.StatusAsync(Base + path, stop) == 200) return this;
        throw new InvalidOperationException($"{Name} did not start; see its log");
    }

    /// <summary>Bytes since the program started; null when it was started without a gauge.</summary>
    public long? Allocated() => gauge is null ? null : Gauge.Read(gauge);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) _ = kill(Pid, SigTerm);
        using var patience = new CancellationTokenSource(LastPatience);
        try { await process.WaitForExitAsync(patience.Token); }
        catch (OperationCanceledException) { process.Kill(); }
        Running.Remove(Pid);
        process.Dispose();
    }

    private static void Keep(Process process, string log)
    {
        var file = TextWriter.Synchronized(new StreamWriter(log, append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => file.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => file.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    [DllImport("libc")]
    private static extern int kill(int pid, int signal);
}
