using System.CommandLine;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.Publish;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Desk;

/// <summary>The program's own verbs, run within the bench: what the desk does, without a new process each time. One after another.</summary>
/// <param name="database">A PostgreSQL connection string, or null.</param>
public sealed class Verbs(string data, string? database)
{
    private static readonly RootCommand Program = new() { PublishVerb.Make(), FrontVerb.Make(), CommentsVerb.Make() };

    // Ctrl+C is the bench's to handle.
    private static readonly InvocationConfiguration Quiet = new() { ProcessTerminationTimeout = null };

    /// <exception cref="InvalidOperationException">The verb refused; it has said why on stderr.</exception>
    public async Task RunAsync(IEnumerable<string> words, CancellationToken stop)
    {
        string[] all = [.. words, "--data", data, .. database is null ? (string[])[] : ["--database", database]];
        var said = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            if (await Program.Parse(all).InvokeAsync(Quiet, stop) != ExitCode.Done) throw new InvalidOperationException($"refused: {string.Join(' ', words)}");
        }
        finally { Console.SetOut(said); }
    }
}
