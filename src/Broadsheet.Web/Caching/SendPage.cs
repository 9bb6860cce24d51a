using Broadsheet.Data.Reading;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Caching;

/// <summary>Sends a page that is made: whole, in part (Range), or only the word that the reader has it already (304).</summary>
public static class SendPage
{
    public const string CacheStatus = "Cache-Status", SurrogateKey = "Surrogate-Key";

    /// <summary>A page that nobody keeps.</summary>
    public static Task OnceAsync(HttpContext http, Answer answer)
    {
        var accepted = Codings.Accepted(http.Request.Headers.AcceptEncoding.ToString());
        var page = new KeptPage(answer, http.RequestServices.GetRequiredService<Sources>(), accepted);
        var status = http.Response.Headers[CacheStatus];
        return SendAsync(http, page, page.In(accepted), status.Count > 0 ? status.ToString() : "broadsheet; fwd=bypass");
    }

    /// <param name="cacheStatus">How it was come by, in the words of RFC 9211.</param>
    public static async Task SendAsync(HttpContext http, KeptPage page, KeptPage.Form form, string cacheStatus)
    {
        var (request, response) = (http.Request, http.Response);
        var headers = response.Headers;
        response.StatusCode = page.Status;
        headers.CacheControl = page.CacheControl;
        headers[CacheStatus] = cacheStatus;
        if (page.CacheControl != "no-store") headers[SurrogateKey] = page.SurrogateKey;
        if (page.IsPackable) headers.Vary = HeaderNames.AcceptEncoding;
        if (page.Location is not null) headers.Location = page.Location + request.QueryString;
        if (page.Status == StatusCodes.Status200OK && page.CacheControl != "no-store")
        {
            headers.ETag = form.ETag;
            if (IsKnown(request.Headers.IfNoneMatch, form.ETag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        if (page.Location is null) headers.ContentType = page.ContentType;
        if (form.Coding.Token() is { } token) headers.ContentEncoding = token;
        await SendBytesAsync(http, page, form);
    }

    private static async Task SendBytesAsync(HttpContext http, KeptPage page, KeptPage.Form form)
    {
        var body = form.Body.AsMemory();
        if (page.Status == StatusCodes.Status200OK)
        {
            http.Response.Headers.AcceptRanges = "bytes";
            if (ByteRange.Asked(http.Request.Headers, form.ETag, body.Length) is { } range)
            {
                http.Response.StatusCode = range.IsEmpty ? StatusCodes.Status416RangeNotSatisfiable : StatusCodes.Status206PartialContent;
                http.Response.Headers.ContentRange = range.IsEmpty ? $"bytes */{body.Length}" : $"bytes {range.First}-{range.Last}/{body.Length}";
                body = body[range.First..(range.Last + 1)];
            }
        }
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>If-None-Match compares weakly (RFC 9110 13.1.2).</summary>
    private static bool IsKnown(StringValues header, string tag)
    {
        foreach (var line in header)
            if (IsKnown(line.AsSpan(), tag)) return true;
        return false;
    }

    internal static bool IsKnown(ReadOnlySpan<char> line, string tag)
    {
        foreach (var part in line.Split(','))
            if (line[part].Trim() is var known && (known is "*" || known.SequenceEqual(tag) || (known.StartsWith("W/") && known[2..].SequenceEqual(tag)))) return true;
        return false;
    }
}
