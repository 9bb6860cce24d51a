using Broadsheet.Domain.Checks;
using Broadsheet.Import.Checks;

namespace Broadsheet.Bench.Checks;

/// <summary>How well the checks find what is there, and only that: of one kind, or of all.</summary>
public sealed record Tally(int Found, int Missed, int False)
{
    public double Precision => Found + False == 0 ? 1 : (double)Found / (Found + False);
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    public static Tally operator +(Tally a, Tally b) => new(a.Found + b.Found, a.Missed + b.Missed, a.False + b.False);
}

/// <summary>The checks on a half of the corpus: figures by kind, and every miss and false alarm in words.</summary>
public sealed record Score(SortedDictionary<string, Tally> Kinds, Tally All, int Articles, int Clean, IReadOnlyList<string> Wrong)
{
    public static Score Of(string half)
    {
        SortedDictionary<string, Tally> kinds = new(StringComparer.Ordinal);
        List<string> wrong = [];
        var trials = Trial.All(half);
        foreach (var trial in trials)
        {
            var found = CopyDeskCheck.Findings(trial.Copy, trial.Facts).ToList();
            foreach (var expected in trial.Expected)
            {
                var hit = found.Find(f => f.Kind == expected.Kind && Shows(f, expected.Word));
                if (hit is null) wrong.Add($"{trial.Number} missed: {expected.Kind} {expected.Word}");
                else found.Remove(hit);
                Count(expected.Kind, hit is null ? new(0, 1, 0) : new(1, 0, 0));
            }
            foreach (var alarm in found)
            {
                wrong.Add($"{trial.Number} false: {alarm.Kind} {alarm}");
                Count(alarm.Kind, new(0, 0, 1));
            }
        }
        return new(kinds, kinds.Values.Aggregate(new Tally(0, 0, 0), (a, b) => a + b), trials.Count, trials.Count(t => t.Expected.Count == 0), wrong);

        void Count(string kind, Tally one) => kinds[kind] = kinds.GetValueOrDefault(kind, new(0, 0, 0)) + one;
    }

    private static bool Shows(Finding finding, string word) =>
        finding.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) || finding.Place.Words?.Contains(word, StringComparison.OrdinalIgnoreCase) is true;
}
