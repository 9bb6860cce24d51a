using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Broadsheet.Data.Following;

/// <summary>
/// Changes of a paper on PostgreSQL, told by the database. While the node has a lease, every writer waits until it has heard, so it need not ask;
/// when the lease runs out, it cannot know. A thread of its own follows, so that a full house does not keep it from hearing.
/// </summary>
public sealed class PostgresFeed : ChangeFeed
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly long node = Random.Shared.NextInt64(1, long.MaxValue);
    private readonly string to, name = $"{Environment.MachineName}:{Environment.ProcessId}";
    private readonly ILogger log;
    private readonly Follower follower;
    private readonly ManualResetEventSlim closing = new();
    private Thread? thread;
    private long deadline, renewAt;
    private int losses;

    /// <param name="standby">Null when pages are drawn from the primary.</param>
    public PostgresFeed(string connection, Standby? standby, ILogger log)
    {
        (to, this.log) = (OwnConnection.To(connection, "node"), log);
        follower = new Follower(Tell, standby);
    }

    public override async Task OpenAsync(CancellationToken stop)
    {
        var line = await Task.Run(() => NodeLine.Open(to, node), stop);
        await Task.Run(() => follower.StartAt(line.Newest()), stop);
        await Task.Run(() => Begin(line), stop);
        thread = new Thread(() => Follow(line)) { IsBackground = true, Name = "changes" };
        thread.Start();
    }

    // The node's own clock, which nobody sets.
    public override Hearing Listen() => Stopwatch.GetTimestamp() < Volatile.Read(ref deadline) ? Hearing.Current : Hearing.Deaf;

    public override ValueTask DisposeAsync()
    {
        closing.Set();
        return thread is { } following ? new(Task.Run(following.Join)) : default;
    }

    private void Follow(NodeLine? line)
    {
        while (!closing.IsSet)
        {
            try
            {
                if (line is null) Begin(line = NodeLine.Open(to, node));
                while (!closing.IsSet) KeepUp(line);
                // In this order: nobody waits for a node that has left.
                Volatile.Write(ref deadline, 0);
                line.Leave();
            }
            catch (Exception fault)
            {
                if (losses++ == 0) log.LogWarning(fault is NpgsqlException ? null : fault, "changes are not heard ({Fault}); when the lease runs out, every page is drawn anew until they are", fault.Message);
            }
            line?.Dispose();
            line = null;
            closing.Wait(TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 10 << Math.Min(losses, 10))));
        }
        Volatile.Write(ref deadline, 0);
    }

    private void Begin(NodeLine line)
    {
        // The record may be another one than before: what was heard counts only when it has been found in this one.
        Renew(line, heard: 0);
        follower.Acknowledge(line);
        if (losses > 0) log.LogWarning("changes are heard again");
        losses = 0;
    }

    private void KeepUp(NodeLine line)
    {
        if (Stopwatch.GetTimestamp() >= renewAt) Renew(line, follower.Id);
        else if (follower.CatchUp(line)) follower.Acknowledge(line);
        line.Wait(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), renewAt));
    }

    /// <remarks>
    /// In this order. The lease is counted from before the database was asked, so that it ends here before it ends there; and it holds here only when
    /// all has been told that was committed before the database granted it. Whoever commits later finds the lease and waits.
    /// </remarks>
    private void Renew(NodeLine line, long heard)
    {
        var asked = Stopwatch.GetTimestamp();
        line.Renew(name, heard);
        var more = follower.CatchUp(line);
        Volatile.Write(ref deadline, asked + Ticks(Lease.Length));
        renewAt = asked + Ticks(Lease.Renewal);
        if (more) follower.Acknowledge(line);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
