namespace Broadsheet.Domain.Related;

/// <summary>
/// Decides what is shown of a shortlist, and in which order. Nothing weak is shown to fill a list up:
/// a reader who was once led astray does not follow the next link.
/// </summary>
internal static class Choice
{
    // The best of the list must be this close in its own words, or the article has no story here at all.
    private const float StoryBegins = 0.16f;

    // What the others must have of that which the article has with itself; serves long articles and briefs alike.
    private const float ShareNeeded = 0.35f;

    private const float OwnWordsSay = 0.3f;

    /// <param name="round">The article that is asked about comes first.</param>
    public static IReadOnlyList<Likeness> Of(Card[] round, Lexicon lexicon, int most)
    {
        var company = new Company([.. round.Select(card => new Vector(card.Signature, lexicon))]);
        var others = Enumerable.Range(1, round.Length - 1).ToList();
        if (!others.Any(other => company.Cosine(0, other) >= StoryBegins)) return [];
        return
        [
            .. others
                .Where(other => company.ShareOfOwn(0, other) * Bonus.Of(round[0], round[other]) >= ShareNeeded)
                .Select(other => new Likeness(round[other].Id, Score(company, other) * Bonus.Of(round[0], round[other])))
                .OrderByDescending(likeness => likeness.Score).ThenBy(likeness => likeness.Id)
                .Take(most)
        ];
    }

    private static float Score(Company company, int other) =>
        OwnWordsSay * company.Cosine(0, other) + (1 - OwnWordsSay) * company.Together(0, other);
}
