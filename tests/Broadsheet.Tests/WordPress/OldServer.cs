using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.WordPress;

/// <summary>The site that is left, while it still answers. It keeps what it was asked.</summary>
public sealed class OldServer : IAsyncDisposable
{
    private readonly WebApplication program;

    private OldServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        program = builder.Build();
        program.Run(http =>
        {
            Asked.Enqueue(http.Request.Path.Value + http.Request.QueryString.Value);
            return answer(http);
        });
    }

    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Without a slash at the end.</summary>
    public string Url => program.Urls.First();

    public static async Task<OldServer> StartAsync(RequestDelegate answer)
    {
        var server = new OldServer(answer);
        await server.program.StartAsync();
        return server;
    }

    /// <param name="mark">Makes it another picture than others.</param>
    public static Task Picture(HttpContext http, string mark)
    {
        http.Response.ContentType = "image/svg+xml";
        return http.Response.WriteAsync(Drawing(mark));
    }

    public static string Drawing(string mark) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><text>{mark}</text></svg>";

    public static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
