using System.Diagnostics;
using Broadsheet.Bench.Hosting;

namespace Broadsheet.Bench.Machine;

/// <summary>Watches both cores during a round: how busy they were, and how much of that was none of ours.</summary>
/// <param name="servers">Every process on the server's core that the bench started.</param>
public sealed class Watch(IReadOnlyCollection<int> servers)
{
    public sealed record Seen(double ServerBusy, double ClientBusy, double ForeignServer, double ForeignClient, double LoadCpuSeconds)
    {
        // A saturated server does not get faster when the load generator has more time.
        public double Foreign => Math.Max(ForeignServer, ServerBusy < 98 ? ForeignClient : 0);
    }

    private readonly record struct Moment(double Seconds, Core Server, Core Client, double Servers, double Own, double Children);

    private readonly Moment start = Now(servers);

    public Seen Look()
    {
        var now = Now(servers);
        var (server, client, seconds) = (now.Server - start.Server, now.Client - start.Client, Math.Max(0.01, now.Seconds - start.Seconds));
        var ours = now.Own + now.Children - start.Own - start.Children;
        return new Seen(server.Percent, client.Percent, Part(server.Busy - now.Servers + start.Servers), Part(client.Busy - ours), now.Children - start.Children);

        double Part(double cpu) => Math.Max(0, 100 * cpu / seconds);
    }

    private static Moment Now(IReadOnlyCollection<int> servers)
    {
        var self = ProcessUse.Self();
        return new Moment(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, Core.Now(Workplace.ServerCore), Core.Now(Workplace.ClientCore), servers.Sum(ProcessUse.CpuSeconds), self.Own, self.Children);
    }
}
