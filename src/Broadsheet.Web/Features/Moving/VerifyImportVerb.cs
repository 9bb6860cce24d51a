using System.CommandLine;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Moving;

/// <summary>broadsheet verify-import: asks the paper itself for everything that was brought over.</summary>
public static class VerifyImportVerb
{
    private const int Shown = 30;

    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Prints the outcome as JSON." };
        var verb = new Command("verify-import", "Asks the running paper for all that was brought over, and looks for what is not public.") { json };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(Flags.Settings(parsed), parsed.GetValue(json), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(Settings settings, bool json, CancellationToken stop)
    {
        using var thrift = new Thrift();
        var outcome = await VerifyAsync(settings, stop);
        if (json) Console.WriteLine(JsonSerializer.Serialize(outcome, MoveFiles.Readable));
        else Tell(outcome);
        return outcome.FindingCount == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    // Hardly any page is asked for twice, so that none need be kept.
    private const long CacheBytes = 16 << 20;

    /// <summary>Opens the paper on a port of this machine that nobody else has, and asks it.</summary>
    internal static async Task<Verification.Outcome> VerifyAsync(Settings settings, CancellationToken stop)
    {
        await using var app = await Newspaper.OpenAsync(settings with { CacheBytes = Math.Min(settings.CacheBytes, CacheBytes) }, "http://127.0.0.1:0", demo: false, stop, attended: false);
        await app.StartAsync(stop);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        var progress = new ProgressLine("addresses asked for");
        var outcome = await new Verification(browser, app.Services.GetRequiredService<Database>()).RunAsync(progress.Tell, stop);
        progress.End();
        await app.StopAsync(stop);
        return outcome;
    }

    internal static void Tell(Verification.Outcome outcome)
    {
        foreach (var (what, count) in outcome.InWords()) Console.WriteLine($"{count,8:N0}  {what}");
        Console.WriteLine(outcome.FindingCount == 0 ? "      No  difference found" : $"{outcome.FindingCount,8:N0}  differences found");
        foreach (var finding in outcome.Findings.Take(Shown)) Console.Error.WriteLine($"{finding.Address}: {finding.What}");
        if (outcome.FindingCount > Shown) Console.Error.WriteLine($"… and {outcome.FindingCount - Shown:N0} more (--json shows them)");
    }
}
