using System.Collections.Frozen;
using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Bench.Servers;

/// <summary>bare FOLDER URL: the limit of what Kestrel can do. It serves the folder's pages from memory and knows nothing else.</summary>
public static class BareKestrel
{
    private sealed record Page(byte[] Bytes, string ETag);

    public static Command Make()
    {
        var (folder, url) = (new Argument<string>("FOLDER"), new Argument<string>("URL"));
        var verb = new Command("bare", "Serves saved pages from memory; the other verbs start it.") { folder, url };
        verb.SetAction((parsed, stop) => ServeAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(url), stop));
        return verb;
    }

    private static async Task ServeAsync(string folder, string url, CancellationToken stop)
    {
        var pages = Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).ToFrozenDictionary(f => AddressOf(folder, f), Read);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(http => pages.TryGetValue(http.Request.Path.Value!, out var page) ? SendAsync(http, page) : Missing(http));
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }

    private static Task SendAsync(HttpContext http, Page page)
    {
        var headers = http.Response.Headers;
        headers.ETag = page.ETag;
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch == page.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentEncoding = "gzip";
        headers.ContentType = "text/html; charset=utf-8";
        headers.ContentLength = page.Bytes.Length;
        return http.Response.Body.WriteAsync(page.Bytes, 0, page.Bytes.Length);
    }

    private static Task Missing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Page Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return new Page(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\"");
    }

    private static string AddressOf(string folder, string file) => ("/" + Path.GetRelativePath(folder, Path.GetDirectoryName(file)!) + "/").Replace("/./", "/");
}
