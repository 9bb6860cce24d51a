namespace Broadsheet.Domain.Fronts;

/// <summary>What the ranking of the Top Stories knows of an article.</summary>
/// <param name="Rank">1 to 5, as the desk gave it.</param>
public sealed record Candidate(long ArticleId, DateTime PublishedAt, int Rank, int Replies, long SectionId, long? StoryId);

/// <summary>
/// Fills the Top Stories: the editor's slots first, then by rank and freshness. Weight is counted in hours of freshness,
/// so the order of two articles never depends on when one asks: the page changes only when something has changed.
/// </summary>
public static class TopStories
{
    private const double HoursPerRank = 14;
    private const double HoursPerDoublingOfReplies = 2;
    private const int MostOfOneSection = 2;

    /// <param name="slots">Article id by position (1 = lead); positions not named are filled.</param>
    /// <param name="candidates">Published articles only; a slot whose article is not among <paramref name="showable"/> is passed over.</param>
    public static List<long> Fill(IReadOnlyDictionary<int, long> slots, IReadOnlySet<long> showable, IEnumerable<Candidate> candidates, int places)
    {
        var placed = slots.Where(s => s.Key <= places && showable.Contains(s.Value)).ToDictionary(s => s.Key, s => s.Value);
        var ranked = new Queue<long>(Varied(candidates.OrderByDescending(Weight).ThenByDescending(c => c.ArticleId), placed.Values.ToHashSet()));
        List<long> filled = [];
        for (var position = 1; position <= places; position++)
            if (placed.TryGetValue(position, out var chosen)) filled.Add(chosen);
            else if (ranked.TryDequeue(out var next)) filled.Add(next);
        return filled;
    }

    private static DateTime Weight(Candidate c) => c.PublishedAt
        .AddHours(c.Rank * HoursPerRank)
        .AddHours(Math.Log2(1 + c.Replies) * HoursPerDoublingOfReplies);

    /// <summary>One piece a story and two a section come first; the others follow in their order.</summary>
    private static IEnumerable<long> Varied(IEnumerable<Candidate> ranked, HashSet<long> taken)
    {
        var (stories, sections, later) = (new HashSet<long>(), new Dictionary<long, int>(), new List<long>());
        foreach (var c in ranked.Where(c => !taken.Contains(c.ArticleId)))
        {
            var ofSection = sections.GetValueOrDefault(c.SectionId);
            if (ofSection >= MostOfOneSection || (c.StoryId is { } story && !stories.Add(story))) { later.Add(c.ArticleId); continue; }
            sections[c.SectionId] = ofSection + 1;
            yield return c.ArticleId;
        }
        foreach (var id in later) yield return id;
    }
}
