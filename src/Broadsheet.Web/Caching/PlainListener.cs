using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Broadsheet.Web.Caching;

/// <summary>
/// What the web server hears of one connection. Where it waits for a request, plain ones for kept pages are answered before it hears of them; any other
/// is handed to it untouched, and when it has taken that one, whole and to the byte, it is listened for it again. A request whose end is not plain to see
/// (one with a body, an upgrade, whatever is odd) makes the connection the web server's for good.
/// </summary>
internal sealed class PlainListener(PlainHits hits, ConnectionContext connection) : PipeReader, IDuplexPipe
{
    private enum Stage { BetweenRequests, InRequest, GivenUp }

    private readonly PipeReader input = connection.Transport.Input;
    private readonly PipeWriter output = connection.Transport.Output;
    private readonly CancellationToken closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
    private Stage stage = Stage.BetweenRequests;
    private ReadOnlySequence<byte> handed;

    // Of the request that was handed over, so many bytes the server has not taken yet; null while its end is not seen.
    private long? untaken;
    private long silentSince = Environment.TickCount64;
    private volatile bool sending;

    PipeReader IDuplexPipe.Input => this;

    PipeWriter IDuplexPipe.Output { get; } = new SocketThread.AwayWriter(connection.Transport.Output);

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var waited = false;
        while (true)
        {
            var reading = input.ReadAsync(cancellationToken);
            waited |= !reading.IsCompleted;
            var read = await reading;
            if (stage != Stage.BetweenRequests || read.IsCanceled || Answer(read.Buffer) is not (> 0 and var answered))
            {
                HandOver(read);
                if (waited) await SocketThread.LeaveAsync();
                return read;
            }
            input.AdvanceTo(read.Buffer.GetPosition(answered));
            await SendAsync(cancellationToken);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!input.TryRead(out result)) return false;
        HandOver(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (stage == Stage.InRequest) Take(handed.Slice(0, consumed).Length);
        handed = default;
        input.AdvanceTo(consumed, examined);
    }

    /// <summary>The server has waited long enough, or is to end. A reader who takes this long for one page is slower than any that it would bear.</summary>
    public override void CancelPendingRead()
    {
        if (sending && !closing.IsCancellationRequested) connection.Abort(new ConnectionAbortedException("The other side took too long."));
        else input.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => input.Complete(exception);

    private async ValueTask SendAsync(CancellationToken stop)
    {
        var flush = output.FlushAsync(stop);
        if (flush.IsCompletedSuccessfully) return;
        sending = true;
        await flush;
        sending = false;
    }

    // Now and then the server hears of a request that needs it not, so that it knows that the connection is in use.
    private int Answer(ReadOnlySequence<byte> buffer) =>
        Environment.TickCount64 - silentSince < hits.LongestSilence.TotalMilliseconds ? hits.Answer(buffer.FirstSpan, output) : 0;

    private void HandOver(ReadResult read)
    {
        if (stage == Stage.GivenUp || read.Buffer.IsEmpty) return;
        handed = read.Buffer;
        stage = Stage.InRequest;
        untaken ??= LengthOfRequest(read.Buffer);
    }

    private long? LengthOfRequest(ReadOnlySequence<byte> buffer)
    {
        var start = buffer.Slice(0, Math.Min(buffer.Length, PlainRequest.Longest));
        return hits.Read(start.IsSingleSegment ? start.FirstSpan : start.ToArray()).Length is > 0 and var length ? length : null;
    }

    private void Take(long bytes)
    {
        if (bytes == 0) return;
        untaken -= bytes;
        if (untaken > 0) return;
        stage = untaken == 0 ? Stage.BetweenRequests : Stage.GivenUp;
        untaken = null;
        silentSince = Environment.TickCount64;
    }
}
