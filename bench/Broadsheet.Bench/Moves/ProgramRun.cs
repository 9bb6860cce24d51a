using System.Diagnostics;
using System.Globalization;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Machine;

namespace Broadsheet.Bench.Moves;

/// <summary>A verb of the program from its start to its end, in a process of its own on all cores.</summary>
/// <param name="Talk">What it said on stderr, and when.</param>
public sealed record ProgramRun(int ExitCode, IReadOnlyList<(TimeSpan At, string Line)> Talk, TimeSpan Took, double PeakMegabytes)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    public static async Task<ProgramRun> RunAsync(Workplace work, CancellationToken stop, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [work.Program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["BROADSHEET_THEME__FOLDER"], start.Environment["BROADSHEET_SITE__URL"]) = (work.Theme, "http://paper.example");
        var (clock, talk, peak) = (Stopwatch.StartNew(), new List<(TimeSpan, string)>(), 0.0);
        using var process = Process.Start(start)!;
        var (listening, output) = (ListenAsync(process.StandardError, line => talk.Add((clock.Elapsed, line))), process.StandardOutput.ReadToEndAsync(stop));
        for (; !process.HasExited; await Task.WhenAny(process.WaitForExitAsync(stop), Task.Delay(Glance, stop))) peak = Math.Max(peak, ProcessUse.PeakMegabytesOf(process.Id));
        var took = clock.Elapsed;
        await Task.WhenAll(listening, output);
        return new(process.ExitCode, talk, took, peak);
    }

    /// <summary>The last word on how far it has come: when it was said, and how many of these were done by then.</summary>
    /// <param name="of">"things found".</param>
    public (TimeSpan At, long Done) Last(string of)
    {
        var last = Talk.LastOrDefault(t => t.Line.Contains(of, StringComparison.Ordinal));
        if (last.Line is null) throw new InvalidOperationException($"the program does not say how many {of}");
        return (last.At, long.Parse(last.Line[..last.Line.IndexOf(' ')], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }

    private static async Task ListenAsync(StreamReader from, Action<string> tell)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            tell(line);
            Console.Error.WriteLine(line);
        }
    }
}
