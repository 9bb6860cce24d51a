using System.Collections.Concurrent;
using Broadsheet.Import.Pictures.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Media;

/// <summary>What stands at the store's address and behaves as no store should. It keeps what it was asked.</summary>
public sealed class SickStore : IAsyncDisposable
{
    public const string Key = "KEY-OF-THE-PAPER", Secret = "SECRET-OF-THE-PAPER";

    private readonly WebApplication program;

    private SickStore(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        program = builder.Build();
        program.Run(http =>
        {
            Asked.Enqueue($"{http.Request.Method} {http.Request.Host.Host} {http.Request.Path} {http.Request.Headers.Authorization}");
            return answer(http);
        });
    }

    public ConcurrentQueue<string> Asked { get; } = [];

    public S3Place Place => new(new Uri(program.Urls.First()), "paper", "eu-north-7", Key, Secret, PathStyle: true);

    public static async Task<SickStore> StartAsync(RequestDelegate answer)
    {
        var store = new SickStore(answer);
        await store.program.StartAsync();
        return store;
    }

    public static Task Refuse(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>You sent {Key} and {Secret}.</Message><AWSAccessKeyId>{Key}</AWSAccessKeyId></Error>");
    }

    /// <summary>A store in good health, for the length of a test.</summary>
    public static RequestDelegate Keeping()
    {
        ConcurrentDictionary<string, byte[]> kept = [];
        return async http =>
        {
            var name = http.Request.Path.Value!;
            if (HttpMethods.IsPut(http.Request.Method))
            {
                using var bytes = new MemoryStream();
                await http.Request.Body.CopyToAsync(bytes);
                kept[name] = bytes.ToArray();
            }
            else if (!kept.TryGetValue(name, out var there)) await Refuse(http, 404, "NoSuchKey");
            else if (HttpMethods.IsGet(http.Request.Method)) await http.Response.Body.WriteAsync(there);
        };
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
