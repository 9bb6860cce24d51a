using System.Text.RegularExpressions;

namespace Broadsheet.Bench.Faults;

/// <summary>Holds a report against what was planted.</summary>
public sealed class Judge(PlantedFile file, MoveReport report)
{
    /// <summary>What the report should say and does not; empty when every fault is named and everything sound came over.</summary>
    public IEnumerable<string> Missed() => [.. Unnamed(), .. Miscounted(), .. Untold(), .. report.Verification.Findings.Select(f => $"the verification found: {f.Address} {f.What}")];

    private IEnumerable<string> Unnamed() => file.Planted.Where(p => !IsNamed(p)).Select(p => $"not named: {p}");

    private bool IsNamed(Planted planted) => planted.Part switch
    {
        Part.Faults => report.Report.Named.Any(fault => Names(fault, planted)),
        Part.Counts => Sum(report.Report.Counts, planted) >= Like(planted),
        Part.LeftOut => Sum(report.Report.LeftOut, planted) >= Like(planted),
        Part.UnknownShortcodes => report.Report.UnknownShortcodes.ContainsKey(planted.Who),
        Part.MissingPictures => report.Report.MissingPictures.ContainsKey(planted.Who),
        _ => true,
    };

    private static bool Names(MoveReport.Wrong fault, Planted planted) => (fault.At.Line == planted.Line || HasWord(fault.What, planted.Who)) && (planted.About.Length == 0 || planted.About.Any(a => fault.What.Contains(a, StringComparison.OrdinalIgnoreCase)));

    // 12 is not named by 123.
    private static bool HasWord(string text, string word) => text.Contains(word, StringComparison.Ordinal) && Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)");

    private static int Sum(IReadOnlyDictionary<string, int> numbers, Planted planted) => numbers.Where(n => planted.About.Any(n.Key.Contains)).Sum(n => n.Value);

    private int Like(Planted planted) => file.Planted.Count(p => p.Kind == planted.Kind);

    private IEnumerable<string> Miscounted() => file.Totals.Where(t => report.Report.Counts.GetValueOrDefault(t.Key) != t.Value)
        .Select(t => $"{t.Key}: {report.Report.Counts.GetValueOrDefault(t.Key):n0} came over and {t.Value:n0} should");

    // A warning of what is sound would hide the others.
    private IEnumerable<string> Untold()
    {
        var planted = file.Planted.Where(p => p.Part == Part.Faults).ToList();
        var lines = planted.Select(p => p.Line).ToHashSet();
        return report.Report.Named.Where(fault => !lines.Contains(fault.At.Line) && !planted.Any(p => HasWord(fault.What, p.Who))).Select(fault => $"named and not planted: {fault.At.Line}: {fault.What}");
    }
}
