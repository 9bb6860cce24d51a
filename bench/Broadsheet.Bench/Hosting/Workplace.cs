using System.CommandLine;

namespace Broadsheet.Bench.Hosting;

/// <summary>Where and how the bench works: the flags that every measuring verb has.</summary>
/// <param name="Folder">Papers, pages and logs go here; papers are kept for the next run.</param>
/// <param name="Program">broadsheet.dll, built for release.</param>
/// <param name="Foreign">How much of a core, in percent, other programs may use in a round that counts.</param>
/// <param name="Results">The Markdown file that gets the tables too, or null.</param>
public sealed record Workplace(string Folder, string Program, string Theme, int Rounds, int Seconds, int WarmUp, int Connections, int Foreign, string? Results)
{
    public const int ServerCore = 0, ClientCore = 1, Retries = 3;

    private static readonly Option<string> WorkFlag = new("--work") { Description = "Where papers, pages and logs go.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "broadsheet-bench") };
    private static readonly Option<string> ProgramFlag = new("--program") { Description = "The program: broadsheet.dll.", DefaultValueFactory = _ => Root(".build/broadsheet/broadsheet.dll") };
    private static readonly Option<int> RoundsFlag = Number("--rounds", 3, "Rounds of every contestant.");
    private static readonly Option<int> SecondsFlag = Number("--seconds", 10, "How long a round is.");
    private static readonly Option<int> WarmUpFlag = Number("--warmup", 5, "Seconds of load before the first round.");
    private static readonly Option<int> ConnectionsFlag = Number("--connections", 64, "Kept open by the load generator.");
    private static readonly Option<int> ForeignFlag = Number("--foreign", 8, "Percent of a core that other programs may use in a round that counts.");
    private static readonly Option<string?> ResultsFlag = new("--results") { Description = "A Markdown file that gets the tables too." };

    public static void AddTo(Command verb)
    {
        foreach (var flag in new Option[] { WorkFlag, ProgramFlag, RoundsFlag, SecondsFlag, WarmUpFlag, ConnectionsFlag, ForeignFlag, ResultsFlag }) verb.Options.Add(flag);
    }

    public static Workplace Of(ParseResult parsed) => new(
        Directory.CreateDirectory(parsed.GetRequiredValue(WorkFlag)).FullName, Path.GetFullPath(parsed.GetRequiredValue(ProgramFlag)), Root("themes/broadsheet"),
        parsed.GetValue(RoundsFlag), parsed.GetValue(SecondsFlag), parsed.GetValue(WarmUpFlag), parsed.GetValue(ConnectionsFlag), parsed.GetValue(ForeignFlag), parsed.GetValue(ResultsFlag));

    /// <summary>A folder of this run, empty.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Folder, name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static Option<int> Number(string name, int usual, string description) => new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static string Root(string path) => Path.Combine(Environment.GetEnvironmentVariable("BENCH_ROOT") ?? ".", path);
}
