using System.CommandLine;
using System.Diagnostics;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.Publish;
using Broadsheet.Web.Features.Purging;

namespace Broadsheet.Tests;

/// <summary>The program as an operator calls it: in the test's own process, or, for exit codes and what is printed, in one of its own.</summary>
public static class Program
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public sealed record Ran(int ExitCode, string Output, string Talk);

    public static Task<int> VerbAsync(params string[] words) => new RootCommand
    {
        PublishVerb.Make(), WithdrawVerb.Make(), FrontVerb.Make(), CommentsVerb.Make(), PurgeVerb.Make(),
    }.Parse(words).InvokeAsync();

    public static async Task<Ran> RunAsync(params string[] words)
    {
        using var process = Start(words);
        var (output, talk) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Longest);
        try { await process.WaitForExitAsync(limit.Token); }
        catch (OperationCanceledException) { process.Kill(entireProcessTree: true); throw new TimeoutException($"broadsheet {string.Join(' ', words)} did not end"); }
        return new Ran(process.ExitCode, await output, await talk);
    }

    public static Process Start(params string[] words) => Start([], words);

    public static Process Start(Dictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "broadsheet.dll"), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
