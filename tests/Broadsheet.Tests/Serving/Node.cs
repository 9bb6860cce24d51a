using System.Diagnostics;

namespace Broadsheet.Tests.Serving;

/// <summary>A server in a process of its own, on the data of a running paper or of none; started anew it has its old address.</summary>
public sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly string folder;
    private readonly string[] place;
    private readonly Dictionary<string, string> environment;
    private Process process = null!;
    private string urls = "http://127.0.0.1:0";
    private volatile bool ready;

    private Node(string folder, string[] place, int drain) => (this.folder, this.place, environment) = (folder, place, new() { ["BROADSHEET_SERVE__DRAIN"] = $"{drain}" });

    public bool IsReady => ready;
    public HttpClient Browser { get; private set; } = null!;

    /// <param name="drain">Seconds for which it goes on answering after it was told to end.</param>
    public static Task<Node> StartAsync(Paper paper, int drain = 1) => StartAsync(paper.Folder, [], drain);

    /// <param name="place">As for <see cref="Program.StartWithin"/>.</param>
    public static async Task<Node> StartAsync(string folder, string[] place, int drain = 0)
    {
        var node = new Node(folder, place, drain);
        try { await node.StartAsync(); }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
        return node;
    }

    public async Task StartAsync()
    {
        process = Program.StartWithin(place, environment, "serve", "--urls", urls, "--data", folder);
        _ = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Longest);
        urls = line?.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) ?? throw new InvalidOperationException("the node did not start");
        _ = process.StandardOutput.ReadToEndAsync();
        Browser ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(urls), Timeout = Longest };
    }

    /// <summary>As a balancer does: asks again and again whether the node wants to be asked.</summary>
    public async Task WatchAsync(CancellationToken end)
    {
        using var watch = new HttpClient { BaseAddress = new Uri(urls), Timeout = TimeSpan.FromSeconds(5) };
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var answer = await watch.GetAsync("/readyz", CancellationToken.None);
                ready = answer.IsSuccessStatusCode;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException) { ready = false; }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    public int StatusOf(string path)
    {
        using var answer = Browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        return (int)answer.StatusCode;
    }

    public async Task TellAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task EndAsync()
    {
        await TellAsync("TERM");
        await EndedAsync();
    }

    public async Task EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Longest);
        Assert.Equal(0, process.ExitCode);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        try
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        catch (InvalidOperationException) { /* it has ended */ }
    }
}
