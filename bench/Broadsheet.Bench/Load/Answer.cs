using System.IO.Compression;
using System.Net;
using System.Text;

namespace Broadsheet.Bench.Load;

/// <summary>An answer as a reader sees it, unpacked.</summary>
/// <param name="Location">Where it redirects to, or null.</param>
public sealed record Answer(HttpStatusCode Status, string? Location, string? ETag, string Text)
{
    public static async Task<Answer> ToAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var answer = await Visitor.Http.SendAsync(request, stop);
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        await using var plain = Unpacked(body, answer.Content.Headers.ContentEncoding.FirstOrDefault());
        using var text = new StreamReader(plain, Encoding.UTF8);
        var tag = answer.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null;
        return new Answer(answer.StatusCode, answer.Headers.Location?.OriginalString, tag, await text.ReadToEndAsync(stop));
    }

    private static Stream Unpacked(Stream body, string? coding) => coding switch
    {
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        _ => body,
    };
}
