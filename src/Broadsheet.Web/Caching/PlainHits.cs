using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Broadsheet.Data.Following;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Connections;

namespace Broadsheet.Web.Caching;

/// <summary>Answers plain requests for kept pages where the bytes come in, ahead of all processing of HTTP; all else is the web server's.</summary>
public sealed class PlainHits(PageCache cache, Freshness freshness, TimeProvider clock, EdgeTerms terms, Draining end, Settings settings)
{
    // What the operator lets the web server take is not taken here either.
    private readonly int longest = Math.Min(PlainRequest.Longest, Math.Min(settings.Limits.HeaderBytes, settings.Limits.RequestLineBytes)), mostHeaders = Math.Min(PlainRequest.MostHeaders, settings.Limits.HeaderCount);

    /// <summary>So long the web server may hear nothing of a connection that is in use; after twice that it would take it for idle.</summary>
    internal TimeSpan LongestSilence { get; } = settings.Limits.KeepAlive / 2;

    public static Func<ConnectionDelegate, ConnectionDelegate> Use(IServiceProvider services)
    {
        var hits = new Lazy<PlainHits>(services.GetRequiredService<PlainHits>);
        return next => connection =>
        {
            SocketThread.HearOn(connection);
            connection.Transport = new PlainListener(hits.Value, connection);
            return next(connection);
        };
    }

    internal PlainRequest Read(ReadOnlySpan<byte> bytes) => PlainRequest.Read(bytes, longest, mostHeaders);

    /// <returns>How many bytes of requests were answered; what follows them is not plain, or not kept.</returns>
    internal int Answer(ReadOnlySpan<byte> bytes, PipeWriter output)
    {
        var answered = 0;
        while (answered < bytes.Length)
        {
            var request = Read(bytes[answered..]);
            if (!request.IsPlain || !Answer(request, output)) break;
            answered += request.Length;
        }
        return answered;
    }

    private bool Answer(PlainRequest request, PipeWriter output)
    {
        Span<char> key = stackalloc char[request.Target.Length];
        Encoding.ASCII.GetChars(request.Target, key);
        if (freshness.Check() != Hearing.Current || cache.Find(key, clock) is not { Status: StatusCodes.Status200OK } page || !terms.IsSteady(page) || end.HasBegun) return false;

        var form = cache.FormOf(page, AcceptedBy(request));
        if (!IsKnown(request, form)) Put(output, form.Head ??= PlainHead.Whole(page, form, terms), form.Body);
        else Put(output, form.NotModified ??= PlainHead.NotModified(page, form, terms), []);
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
