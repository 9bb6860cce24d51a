using System.IO.Pipelines;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Broadsheet.Web.Caching;

/// <summary>
/// The threads that hear from the sockets. A kept page is sent by the one that heard of the request: to hand it to another takes as long as the rest of
/// the answer. Nothing else may run on them, since every reader waits for them: the web server's share of a connection goes on in the thread pool.
/// </summary>
internal static class SocketThread
{
    // Read by the framework when its first socket is made. Without it there is one such thread, which would answer for all processors.
    private const string Threads = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    // The framework has this for one socket, and a documented variable only for all of them, the database's too, which may wait on each other. Null should it ever be gone.
    private static readonly Action<Socket, bool>? AnswersThere = typeof(Socket).GetProperty("PreferInlineCompletions", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?
        .SetMethod?.CreateDelegate<Action<Socket, bool>>();

    /// <summary>One for each processor, unless the operator said otherwise. To be called before any socket is made, also one to the database.</summary>
    public static void Prepare()
    {
        if (Environment.GetEnvironmentVariable(Threads) is null) Environment.SetEnvironmentVariable(Threads, $"{Environment.ProcessorCount}");
    }

    /// <summary>From now on what comes in is heard on the socket's own thread.</summary>
    public static void HearOn(ConnectionContext connection)
    {
        if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket) AnswersThere?.Invoke(socket, true);
    }

    /// <summary>To be awaited: what follows runs in the thread pool.</summary>
    public static ConfiguredTaskAwaitable LeaveAsync() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    /// <summary>A writer whose user does not go on there when it had to wait for the other side to take what was written.</summary>
    public sealed class AwayWriter(PipeWriter output) : PipeWriter
    {
        public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

        public override long UnflushedBytes => output.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

        public override void Advance(int bytes) => output.Advance(bytes);

        public override void CancelPendingFlush() => output.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => output.Complete(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Away(output.FlushAsync(cancellationToken));

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => Away(output.WriteAsync(source, cancellationToken));

        private static ValueTask<FlushResult> Away(ValueTask<FlushResult> flush) => flush.IsCompleted ? flush : WaitAsync(flush);

        private static async ValueTask<FlushResult> WaitAsync(ValueTask<FlushResult> flush)
        {
            var flushed = await flush;
            await LeaveAsync();
            return flushed;
        }
    }
}
