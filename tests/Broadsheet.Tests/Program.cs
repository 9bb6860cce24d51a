using System.CommandLine;
using System.Diagnostics;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.History;
using Broadsheet.Web.Features.Publish;
using Broadsheet.Web.Features.Purging;
using Broadsheet.Web.Features.Staff;

namespace Broadsheet.Tests;

/// <summary>The program as an operator calls it: in the test's own process, or, for exit codes and what is printed, in one of its own.</summary>
public static class Program
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public sealed record Ran(int ExitCode, string Output, string Talk);

    public static Task<int> VerbAsync(params string[] words) => new RootCommand
    {
        PublishVerb.Make(), WithdrawVerb.Make(), FrontVerb.Make(), CommentsVerb.Make(), PurgeVerb.Make(), StaffVerb.Make(), CorrectVerb.Make(), ExpungeVerb.Make(), VerifyHistoryVerb.Make(),
    }.Parse(words).InvokeAsync();

    public static Task<Ran> RunAsync(params string[] words) => EndAsync(Start(words));

    public static async Task<Ran> EndAsync(Process process)
    {
        using var _ = process;
        var (output, talk) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Longest);
        try { await process.WaitForExitAsync(limit.Token); }
        catch (OperationCanceledException) { process.Kill(entireProcessTree: true); throw new TimeoutException($"broadsheet {string.Join(' ', process.StartInfo.ArgumentList.Skip(1))} did not end"); }
        return new Ran(process.ExitCode, await output, await talk);
    }

    public static Process Start(params string[] words) => Start([], words);

    public static Process Start(Dictionary<string, string> environment, params string[] words) => StartWithin([], environment, words);

    /// <param name="input">What the program finds on its standard input.</param>
    public static Process StartWithInput(string input, params string[] words) =>
        StartWithin(["sh", "-c", "printf '%s\\n' \"$INPUT\" | \"$@\"", "sh"], new() { ["INPUT"] = input }, words);

    /// <param name="place">A program and its arguments that runs the rest of its line elsewhere.</param>
    public static Process StartWithin(string[] place, Dictionary<string, string> environment, params string[] words)
    {
        string[] line = [.. place, "dotnet", Path.Combine(AppContext.BaseDirectory, "broadsheet.dll"), .. words];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
