using Broadsheet.Domain;

namespace Broadsheet.Bench.Corpus;

/// <summary>When the articles of a corpus came out: evenly over the years, the newest last. The end is fixed, so that two runs make the same log.</summary>
public sealed class Dates(int articles)
{
    private const double ArticlesADay = 27;

    private static readonly DateTime End = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly double days = Math.Clamp(articles / ArticlesADay, 3 * 365, 30 * 365);

    public DateTime Began => End.AddDays(-days);

    public DateTime Of(long number) => Began.AddDays(days * number / articles).WholeMilliseconds();
}
