using System.Text.RegularExpressions;

namespace Broadsheet.Web.Features.History;

/// <summary>A run of words in a comparison.</summary>
/// <param name="Kind">"same", "gone" or "come".</param>
public sealed record Run(string Kind, string Text);

/// <summary>What changed within one paragraph, word by word.</summary>
public static partial class WordDiff
{
    // Less than this part of the words in common: it is another paragraph, and reads better whole.
    private const double LeastAlike = .3;

    /// <param name="budget">How much work is left for the whole page; what it does not cover is told as a whole.</param>
    public static List<Run> Of(string before, string after, ref long budget)
    {
        if (before.Length == 0 || after.Length == 0 || before == after) return Whole(before, after);
        var (old, now) = (Words(before), Words(after));
        var work = (long)old.Count * now.Count;
        if (work > budget) return Whole(before, after);
        budget -= work;
        var stretches = Alignment.Of(old, now);
        var alike = stretches.Sum(s => s.Same.Sum(w => w.Length));
        return alike < LeastAlike * Math.Max(before.Length, after.Length) ? Whole(before, after) : Joined(stretches);
    }

    /// <summary>How much of the shorter one is found in the other, by its words.</summary>
    public static bool AreAlike(string before, string after)
    {
        if (before.Length > 20_000 || after.Length > 20_000) return false;
        var (old, now) = (Words(before).ToHashSet(), Words(after).ToHashSet());
        return old.Count(now.Contains) * 2 >= Math.Min(old.Count, now.Count);
    }

    private static List<Run> Whole(string before, string after)
    {
        if (before == after) return before.Length == 0 ? [] : [new("same", before)];
        List<Run> runs = [];
        if (before.Length > 0) runs.Add(new("gone", before));
        if (after.Length > 0) runs.Add(new("come", after));
        return runs;
    }

    // A space between two changed words is part of the change: "twelve people" for "two men" is one change and not two.
    private static List<Run> Joined(List<Alignment.Stretch> stretches)
    {
        List<Run> runs = [];
        var (gone, come) = ("", "");
        void End()
        {
            runs.AddRange(Whole(gone, come).Where(run => run.Kind != "same"));
            (gone, come) = ("", "");
        }
        for (var at = 0; at < stretches.Count; at++)
        {
            var same = string.Concat(stretches[at].Same);
            if (same.Length == 0) (gone, come) = (gone + string.Concat(stretches[at].Gone), come + string.Concat(stretches[at].Come));
            else if (string.IsNullOrWhiteSpace(same) && gone.Length + come.Length > 0 && at < stretches.Count - 1) (gone, come) = (gone + same, come + same);
            else
            {
                End();
                runs.Add(new("same", same));
            }
        }
        End();
        return runs;
    }

    private static List<string> Words(string text) => [.. Pieces().Matches(text).Select(m => m.Value)];

    // "1,240" and "don't" are one word.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
