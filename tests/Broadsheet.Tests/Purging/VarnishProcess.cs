using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Tests.Purging;

/// <summary>A real Varnish with the rules of the repository, in a folder of its own and on a port that nobody has.</summary>
public sealed class VarnishProcess : IDisposable
{
    private const string Daemon = "/usr/sbin/varnishd";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-varnish-");
    private readonly Process process;
    private int rules;

    /// <param name="change">What the rules have otherwise than in the repository.</param>
    public VarnishProcess(Func<string, string>? change = null)
    {
        Rules = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating", "broadsheet.vcl"));
        Rules = change is null ? Rules : change(Rules);
        process = Process.Start(new ProcessStartInfo(Daemon, ["-F", "-j", "none", "-n", Folder, "-a", "127.0.0.1:0", "-f", Write(DeadPort), "-s", "malloc,32m"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        Port = PortOnceItListens();
    }

    /// <summary>Null when Varnish can run here; otherwise why it cannot.</summary>
    public static string? Missing =>
        !File.Exists(Daemon) ? "there is no Varnish: apt-get install varnish"
        : !Directory.GetDirectories("/usr/lib").Append("/usr/lib").Any(folder => File.Exists(Path.Combine(folder, "varnish", "vmods", "libvmod_xkey.so"))) ? "Varnish has no xkey: apt-get install varnish-modules" : null;

    // Nobody listens there: discard.
    public static int DeadPort => 9;

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    private string Rules { get; }

    private string Folder => Path.Combine(home.FullName, "n");

    /// <summary>From now on it fetches from that port.</summary>
    public void Fetch(int port)
    {
        var name = $"rules{++rules}";
        Tell("vcl.load", name, Write(port));
        Tell("vcl.use", name);
    }

    public string Tell(params string[] words) => TryTell(words) is (0, var said) ? said : throw new InvalidOperationException($"varnishadm {string.Join(' ', words)} failed");

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        home.Delete(recursive: true);
    }

    private (int ExitCode, string Said) TryTell(params string[] words)
    {
        using var asked = Process.Start(new ProcessStartInfo("varnishadm", ["-n", Folder, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = asked.StandardOutput.ReadToEnd();
        asked.WaitForExit();
        return (asked.ExitCode, said);
    }

    // "a0 127.0.0.1 33787"
    private int PortOnceItListens()
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Longest && !process.HasExited; Thread.Sleep(50))
            if (TryTell("debug.listen_address") is (0, var said) && said.Split(' ', StringSplitOptions.TrimEntries) is [_, _, var port, ..] && TryTell("status").Said.Contains("running"))
                return int.Parse(port, CultureInfo.InvariantCulture);
        throw new InvalidOperationException("Varnish did not start");
    }

    private string Write(int port)
    {
        var file = Path.Combine(home.FullName, $"{Guid.NewGuid():n}.vcl");
        File.WriteAllText(file, Rules.Replace("\"5000\"", $"\"{port}\""));
        return file;
    }
}
