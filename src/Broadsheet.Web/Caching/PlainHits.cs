using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Broadsheet.Data.Following;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Broadsheet.Web.Caching;

/// <summary>
/// Answers plain requests for kept pages where the bytes come in, ahead of all processing of HTTP. A connection's first unusual request,
/// or one for a page that is not kept, hands the connection over to the web server, as if nobody had looked at it.
/// </summary>
public sealed class PlainHits(PageCache cache, Freshness freshness, TimeProvider clock, EdgeTerms terms, Settings settings)
{
    // What the operator lets the web server take is not taken here either.
    private readonly int longest = Math.Min(PlainRequest.Longest, Math.Min(settings.Limits.HeaderBytes, settings.Limits.RequestLineBytes)), mostHeaders = Math.Min(PlainRequest.MostHeaders, settings.Limits.HeaderCount);

    // A cache in front is told how long each page holds, which no ready head can say; it asks seldom anyway.
    private readonly bool takesPart = !terms.AnyInFront;

    public static Func<ConnectionDelegate, ConnectionDelegate> Use(IServiceProvider services)
    {
        var hits = new Lazy<PlainHits>(services.GetRequiredService<PlainHits>);
        return next => connection => hits.Value.takesPart ? hits.Value.ServeAsync(connection, next) : next(connection);
    }

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        var patience = new Patience(connection);
        while (true)
        {
            patience.WaitForRequest();
            var read = await input.ReadAsync();
            var buffer = read.Buffer;
            if (buffer.IsEmpty && (read.IsCompleted || read.IsCanceled)) return;

            var answered = Answer(buffer.FirstSpan, output);
            input.AdvanceTo(buffer.GetPosition(answered));
            if (answered == 0)
            {
                patience.HandOver();
                await next(connection);
                return;
            }
            patience.WaitForReader();
            var flushed = await output.FlushAsync();
            if (flushed.IsCompleted || patience.IsOver) return;
        }
    }

    /// <returns>How many bytes of requests were answered; what follows them is not plain, or not kept.</returns>
    private int Answer(ReadOnlySpan<byte> bytes, PipeWriter output)
    {
        var answered = 0;
        while (answered < bytes.Length)
        {
            var request = PlainRequest.Read(bytes[answered..], longest, mostHeaders);
            if (request.Length == 0 || !Answer(request, output)) break;
            answered += request.Length;
        }
        return answered;
    }

    private bool Answer(PlainRequest request, PipeWriter output)
    {
        Span<char> key = stackalloc char[request.Target.Length];
        Encoding.ASCII.GetChars(request.Target, key);
        if (freshness.Check() != Hearing.Current || cache.Find(key, clock) is not { Status: StatusCodes.Status200OK } page) return false;

        var form = cache.FormOf(page, AcceptedBy(request));
        if (!IsKnown(request, form)) Put(output, form.Head ??= PlainHead.Whole(page, form), form.Body);
        else Put(output, form.NotModified ??= PlainHead.NotModified(page, form), []);
        return true;
    }

    private static Coding AcceptedBy(PlainRequest request)
    {
        Span<char> header = stackalloc char[request.AcceptEncoding.Length];
        Encoding.ASCII.GetChars(request.AcceptEncoding, header);
        return Codings.Accepted(header);
    }

    private static bool IsKnown(PlainRequest request, KeptPage.Form form)
    {
        if (request.IfNoneMatch.IsEmpty) return false;
        Span<char> header = stackalloc char[request.IfNoneMatch.Length];
        Encoding.ASCII.GetChars(request.IfNoneMatch, header);
        return SendPage.IsKnown(header, form.ETag);
    }

    private static void Put(PipeWriter output, byte[] head, byte[] body)
    {
        var date = PlainHead.Date;
        var span = output.GetSpan(head.Length + date.Length + body.Length);
        head.CopyTo(span);
        date.CopyTo(span[head.Length..]);
        body.CopyTo(span[(head.Length + date.Length)..]);
        output.Advance(head.Length + date.Length + body.Length);
    }
}
