using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Purging;

/// <summary>A server on the other end of a wire: it writes down every request and answers as the test says.</summary>
public sealed class Told : IAsyncDisposable
{
    private readonly WebApplication server;

    private Told(WebApplication server) => this.server = server;

    public sealed record Request(string Method, string Path, string Keys, string Token);

    public ConcurrentQueue<Request> Requests { get; } = [];

    /// <summary>What it answers with; at first 200 and nothing.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public string Url => server.Urls.First();

    public int Port => new Uri(Url).Port;

    public string[] Names => [.. Requests.SelectMany(r => r.Keys.Split(' '))];

    public static async Task<Told> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var told = new Told(builder.Build());
        told.server.Run(async http =>
        {
            told.Requests.Enqueue(new(http.Request.Method, http.Request.Path, http.Request.Headers["Surrogate-Key"].ToString(), http.Request.Headers["Fastly-Key"].ToString()));
            await told.Answer(http);
        });
        await told.server.StartAsync();
        return told;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
