namespace Broadsheet.Domain.Related;

/// <summary>
/// Decides what is shown of a shortlist, and in which order. Nothing weak is shown to fill a list up:
/// a reader who was once led astray does not follow the next link.
/// </summary>
internal sealed class Choice(Card[] round, Lexicon lexicon)
{
    // The best must be this close in its own words, or the article has no story here at all.
    private const float StoryBegins = 0.17f;

    // Among a handful nobody can tell a rare word from a common one, and chance looks like likeness.
    private const float Handful = 2;

    // What the others must have of that which the article has with itself; serves long articles and briefs alike.
    private const float ShareNeeded = 0.35f;

    private const float OwnWordsSay = 0.3f;

    private readonly Company company = new([.. round.Select(card => new Vector(card.Signature, lexicon))]);

    /// <param name="round">The article that is asked about, then those it may be linked with.</param>
    public static IReadOnlyList<Likeness> Of(Card[] round, Lexicon lexicon, int most)
    {
        var choice = new Choice(round, lexicon);
        return choice.HasStory() ? choice.Best(most) : [];
    }

    private IEnumerable<int> Others => Enumerable.Range(1, round.Length - 1);

    private bool HasStory()
    {
        var doubt = Handful / (Handful + lexicon.Articles);
        var needed = StoryBegins + (1 - StoryBegins) * doubt;
        return Others.Any(other => company.Cosine(0, other) >= needed);
    }

    // Near-copies stay in: another paper's version of a report is the same story to its readers.
    private IReadOnlyList<Likeness> Best(int most) =>
    [
        .. Others
            .Where(other => company.ShareOfOwn(0, other) * BonusOf(other) >= ShareNeeded)
            .Select(other => new Likeness(round[other].Id, Score(other)))
            .OrderByDescending(likeness => likeness.Score)
            .ThenBy(likeness => likeness.Id)
            .Take(most)
    ];

    private float Score(int other) => BonusOf(other)
        * (OwnWordsSay * company.Cosine(0, other) + (1 - OwnWordsSay) * company.Together(0, other));

    private float BonusOf(int other) => Bonus.Of(round[0], round[other]);
}
