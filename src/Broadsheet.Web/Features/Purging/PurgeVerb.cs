using System.CommandLine;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Purging;

/// <summary>broadsheet purge NAME… | --all: tells the caches in front by hand. Not needed for anything that is done through the paper.</summary>
public static class PurgeVerb
{
    public static Command Make()
    {
        var names = new Argument<string[]>("NAME") { Description = "As in the header Surrogate-Key: article:42, section:7, front.", Arity = ArgumentArity.ZeroOrMore };
        var everything = new Option<bool>("--all") { Description = "Empties the caches." };
        var verb = new Command("purge", "Tells the caches in front (Cdn:…) to drop pages.") { names, everything };
        Flags.AddTo(verb);
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(everything) == (parsed.GetValue(names) is { Length: > 0 })) parsed.AddError("Say which names, or --all.");
        });
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetValue(everything) ? null : parsed.GetRequiredValue(names), Flags.Settings(parsed), stop)));
        return verb;
    }

    /// <param name="names">Null for all.</param>
    private static async Task<int> RunAsync(string[]? names, Settings settings, CancellationToken stop)
    {
        var edges = CachesInFront.Of(settings.Cdn);
        if (edges.Count == 0) throw new OperatorMistake("no cache is named in the settings (Cdn:Varnish, Cdn:Purge)");
        foreach (var edge in edges)
        {
            try { await (names is null ? edge.PurgeAllAsync(stop) : edge.PurgeAsync(names, stop)); }
            catch (HttpRequestException fault) { throw new OperatorMistake($"{edge.Address} does not confirm: {fault.Message}", ExitCode.Fault); }
            Console.WriteLine($"{edge.Address} confirmed");
        }
        return ExitCode.Done;
    }
}
