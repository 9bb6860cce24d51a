namespace Broadsheet.Domain.Related;

/// <summary>The articles of one language. Knows nothing of threads.</summary>
internal sealed class Shelf
{
    // Among so few each one more makes words rarer and chance likeness less likely, for all of them.
    private const int Small = 100;

    private readonly Lexicon lexicon = new();
    private readonly Postings postings = new();
    private readonly Dictionary<string, int> topicNumbers = [];
    private readonly Dictionary<long, int> placeOf = [];
    private readonly List<Card> cards = [];
    private readonly Stack<int> free = [];

    public void Put(RelatedArticle article, Dictionary<string, float> words)
    {
        var signature = Signature.Of(lexicon.Learn(words.Keys), words.Values, lexicon);
        var place = placeOf[article.Id] = FreePlace();
        cards[place] = new Card(article.Id, signature, article.PublishedAt, article.StoryId, Numbered(article.Topics));
        foreach (var word in signature.Words) postings.Add(word, place);
    }

    public void Remove(long id)
    {
        if (!placeOf.Remove(id, out var place)) return;
        var signature = cards[place].Signature;
        foreach (var word in signature.Words) postings.Remove(word, place);
        lexicon.Unlearn(signature.Words);
        cards[place] = default;
        free.Push(place);
    }

    public IReadOnlyList<Likeness> Nearest(long id, int most)
    {
        if (most <= 0) return [];
        var place = placeOf[id];
        return Choice.Of([cards[place], .. Candidates(place).Select(candidate => cards[candidate])], lexicon, most);
    }

    public IReadOnlyList<long> Around(long id) =>
        placeOf.Count <= Small ? [.. placeOf.Keys.Where(other => other != id)] : [.. Candidates(placeOf[id]).Select(place => cards[place].Id)];

    private IReadOnlyList<int> Candidates(int place) => Shortlist.For(place, cards[place].Signature, lexicon, postings, cards.Count);

    private int FreePlace()
    {
        if (free.TryPop(out var place)) return place;
        cards.Add(default);
        return cards.Count - 1;
    }

    private int[] Numbered(IReadOnlyCollection<string>? topics) =>
        topics is { Count: > 0 } ? [.. topics.Distinct().Select(Number)] : [];

    private int Number(string topic) =>
        topicNumbers.TryGetValue(topic, out var number) ? number : topicNumbers[topic] = topicNumbers.Count;
}
