using System.Text.Json;

namespace Broadsheet.Bench.Faults;

/// <summary>What the program said of a move, as import/report.json in the data folder has it.</summary>
public sealed record MoveReport(MoveReport.Account Report, MoveReport.Outcome Verification)
{
    public sealed record Account(
        IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, int> LeftOut, IReadOnlyDictionary<string, int> UnknownShortcodes, IReadOnlyDictionary<string, string> MissingPictures,
        IReadOnlyList<Wrong> Faults, IReadOnlyList<Wrong> Remarks)
    {
        public IEnumerable<Wrong> Named => Faults.Concat(Remarks);
    }

    public sealed record Wrong(Place At, string What);

    public sealed record Place(string File, int Line);

    public sealed record Outcome(int Articles, int Addresses, IReadOnlyList<Finding> Findings);

    public sealed record Finding(string Address, string What);

    /// <param name="data">The paper's data folder.</param>
    public static MoveReport Of(string data) => JsonSerializer.Deserialize<MoveReport>(File.ReadAllText(Path.Combine(data, "import", "report.json")), PlantedFile.Json)!;
}
