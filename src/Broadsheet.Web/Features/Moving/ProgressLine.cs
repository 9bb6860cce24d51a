using System.Diagnostics;

namespace Broadsheet.Web.Features.Moving;

/// <summary>How far long work has come, on stderr: one line that is written over on a terminal, a line now and then in a pipe. For several threads.</summary>
internal sealed class ProgressLine(string what)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TimeSpan pause = Console.IsErrorRedirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(200);
    private readonly Lock telling = new();
    private TimeSpan told;
    private int last;

    public void Tell(int done) => Tell(done, 0);

    /// <param name="all">0: nobody knows.</param>
    public void Tell(int done, int all)
    {
        lock (telling)
        {
            last = Math.Max(last, done);
            if (clock.Elapsed - told < pause) return;
            told = clock.Elapsed;
            Write(all);
        }
    }

    public void End()
    {
        Write(0);
        if (!Console.IsErrorRedirected) Console.Error.WriteLine();
    }

    private void Write(int all)
    {
        var rate = last / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
        var left = all > last && rate > 0 ? $", {TimeSpan.FromSeconds((all - last) / rate):h\\:mm\\:ss} left" : "";
        var line = $"{last:N0}{(all > 0 ? $" of {all:N0}" : "")} {what}, {rate:N0} a second{left}";
        if (Console.IsErrorRedirected) Console.Error.WriteLine(line);
        else Console.Error.Write($"\r{line}\e[K");
    }
}
