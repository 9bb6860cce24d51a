using System.Text;
using Broadsheet.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Caching;

/// <summary>The head of an answer as bytes: made once for a form of a page, all but the date.</summary>
internal static class PlainHead
{
    private sealed record Stamp(long Second, byte[] Bytes);

    private static Stamp now = new(0, []);

    /// <summary>The last line of every head, and the empty line after it.</summary>
    public static byte[] Date
    {
        get
        {
            var second = Environment.TickCount64 / 1000;
            if (now.Second != second) now = new(second, Encoding.ASCII.GetBytes($"Date: {DateTimeOffset.UtcNow:r}\r\n\r\n"));
            return now.Bytes;
        }
    }

    public static byte[] Whole(KeptPage page, KeptPage.Form form, EdgeTerms terms)
    {
        var head = Begin(page, form, terms, "200 OK");
        Add(head, HeaderNames.ContentLength, $"{form.Body.Length}");
        Add(head, HeaderNames.ContentType, page.ContentType);
        Add(head, HeaderNames.AcceptRanges, "bytes");
        if (form.Coding.Token() is { } token) Add(head, HeaderNames.ContentEncoding, token);
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    public static byte[] NotModified(KeptPage page, KeptPage.Form form, EdgeTerms terms) => Encoding.ASCII.GetBytes(Begin(page, form, terms, "304 Not Modified").ToString());

    private static StringBuilder Begin(KeptPage page, KeptPage.Form form, EdgeTerms terms, string status)
    {
        var head = new StringBuilder($"HTTP/1.1 {status}\r\n");
        foreach (var (name, value) in SecurityHeaders.All) Add(head, name, value);
        Add(head, HeaderNames.CacheControl, page.CacheControl);
        Add(head, SendPage.CacheStatus, ServeKept.Hit);
        Add(head, SendPage.SurrogateKey, page.SurrogateKey);
        if (page.IsPackable) Add(head, HeaderNames.Vary, HeaderNames.AcceptEncoding);
        Add(head, HeaderNames.ETag, form.ETag);
        foreach (var (name, value) in terms.Of(page)) Add(head, name, value);
        return head;
    }

    private static void Add(StringBuilder head, string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
}
