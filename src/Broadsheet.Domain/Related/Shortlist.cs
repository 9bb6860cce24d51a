using System.Buffers;

namespace Broadsheet.Domain.Related;

/// <summary>
/// A quick first look over the whole shelf: which articles share the strongest words of this one?
/// It only has to let the right ones through; their order is decided later and with more care.
/// </summary>
internal static class Shortlist
{
    public const int Length = 50;

    // Rare words find everything; the common ones behind them cost the most and find nothing new.
    private const int WordsAsked = 40;
    private const int PostingsRead = 150_000;

    public static IReadOnlyList<int> For(int place, Signature signature, Lexicon lexicon, Postings postings, int places)
    {
        var shared = ArrayPool<float>.Shared.Rent(places);
        Array.Clear(shared, 0, places);
        Collect(shared, signature, lexicon, postings);
        shared[place] = 0;
        var best = Best(shared.AsSpan(0, places));
        ArrayPool<float>.Shared.Return(shared);
        return best;
    }

    private static void Collect(float[] shared, Signature signature, Lexicon lexicon, Postings postings)
    {
        var read = 0;
        foreach (var (word, strength) in Strongest(signature, lexicon))
        {
            foreach (var other in postings[word]) shared[other] += strength;
            if ((read += postings[word].Length) > PostingsRead) return;
        }
    }

    private static IEnumerable<(int Word, float Strength)> Strongest(Signature signature, Lexicon lexicon) =>
        Enumerable.Range(0, signature.Count)
            .Select(at => (Word: signature.Word(at), Weight: signature.Weight(at), Rarity: lexicon.Rarity(signature.Word(at))))
            .Where(entry => entry.Rarity > 0)
            .Select(entry => (entry.Word, Strength: entry.Weight * entry.Rarity * entry.Rarity))
            .OrderByDescending(entry => entry.Strength)
            .Take(WordsAsked);

    private static IReadOnlyList<int> Best(ReadOnlySpan<float> shared)
    {
        var best = new PriorityQueue<int, float>(Length + 1);
        for (var place = 0; place < shared.Length; place++)
        {
            if (shared[place] <= 0) continue;
            if (best.Count < Length) best.Enqueue(place, shared[place]);
            else if (best.TryPeek(out _, out var least) && shared[place] > least) best.DequeueEnqueue(place, shared[place]);
        }
        return [.. best.UnorderedItems.Select(item => item.Element)];
    }
}
