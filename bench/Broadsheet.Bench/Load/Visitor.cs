using System.Net;

namespace Broadsheet.Bench.Load;

/// <summary>The bench's own reader: connections are kept, redirects are not followed, bytes come as they were sent.</summary>
public static class Visitor
{
    public const int AtOnce = 8;

    public static HttpClient Http { get; } = Make();

    public static HttpClient Make() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Asks for each path once, so that whoever keeps pages has them.</summary>
    public static Task VisitAllAsync(string server, IEnumerable<string> paths, CancellationToken stop) =>
        Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (path, token) =>
        {
            using var answer = await Http.SendAsync(Get(server + path), token);
            await answer.Content.CopyToAsync(Stream.Null, token);
        });

    /// <summary>0 when nobody listens.</summary>
    public static async Task<int> StatusAsync(string url, CancellationToken stop)
    {
        try
        {
            using var answer = await Http.GetAsync(url, stop);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException) { return 0; }
    }

    /// <param name="encoding">"gzip", "br" or "identity".</param>
    public static HttpRequestMessage Get(string url, string encoding = "gzip")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return request;
    }
}
