namespace Broadsheet.Web.Features.History;

/// <summary>One line of a comparison of two texts: a paragraph that changed, or how many lie between.</summary>
/// <param name="Unchanged">How many paragraphs stayed as they were; 0 for one that changed.</param>
public sealed record Paragraph(IReadOnlyList<Run> Runs, int Unchanged);

/// <summary>What changed in a text of many paragraphs. The work, and the length of what comes out, are bounded, however long the text.</summary>
public static class TextDiff
{
    private const long MostWordWork = 20_000_000;
    private const int MostShown = 200_000, LongestSearch = 5;

    /// <param name="Cut">How many changed paragraphs are too many to show.</param>
    public sealed record Result(List<Paragraph> Paragraphs, int Cut);

    /// <param name="before">Plain text, a paragraph to a line.</param>
    public static Result Of(string before, string after)
    {
        List<Paragraph> paragraphs = [];
        var (budget, shown, cut) = (MostWordWork, 0, 0);
        foreach (var stretch in Alignment.Of(Lines(before), Lines(after)))
        {
            if (stretch.Same.Count > 0) paragraphs.Add(new([], stretch.Same.Count));
            foreach (var (old, now) in Pairs(stretch.Gone, stretch.Come, () => shown > MostShown))
            {
                if (shown > MostShown) cut++;
                else
                {
                    var runs = WordDiff.Of(Shown(old), Shown(now), ref budget);
                    shown += runs.Sum(run => run.Text.Length);
                    paragraphs.Add(new(runs, 0));
                }
            }
        }
        return new(paragraphs, cut);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    // One paragraph alone can be as long as a book.
    private static string Shown(string paragraph) => paragraph.Length <= MostShown ? paragraph : paragraph[..(char.IsHighSurrogate(paragraph[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";

    /// <summary>Each paragraph that went with the one that came in its place, as far as they are alike; the others alone.</summary>
    /// <param name="isFull">Nothing more will be shown: then likeness does not matter.</param>
    private static IEnumerable<(string Old, string New)> Pairs(IReadOnlyList<string> gone, IReadOnlyList<string> come, Func<bool> isFull)
    {
        var next = 0;
        foreach (var old in gone)
        {
            // A paragraph may have been put between; not many.
            var partner = isFull() ? Math.Min(next, come.Count - 1) : Enumerable.Range(next, Math.Min(LongestSearch, come.Count - next)).FirstOrDefault(at => WordDiff.AreAlike(old, come[at]), -1);
            if (partner < next)
            {
                yield return (old, "");
                continue;
            }
            for (; next < partner; next++) yield return ("", come[next]);
            yield return (old, come[next++]);
        }
        for (; next < come.Count; next++) yield return ("", come[next]);
    }
}
