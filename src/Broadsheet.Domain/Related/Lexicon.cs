namespace Broadsheet.Domain.Related;

/// <summary>Gives every word a number and knows how rare it is among the articles on the shelf.</summary>
internal sealed class Lexicon
{
    // Half a million words of text would be a third of the whole index; that two share a hash will not happen.
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<int> spread = [];

    public int Articles { get; private set; }

    /// <summary>Counts one article more. Returns its words as numbers, in the same order.</summary>
    public int[] Learn(IReadOnlyCollection<string> words)
    {
        Articles++;
        return [.. words.Select(NumberOf)];
    }

    /// <summary>
    /// Takes back what the article's strongest words counted. The weak ones stay counted, since nobody kept them:
    /// they are common anyway, and one more article that has them changes nothing.
    /// </summary>
    public void Unlearn(IEnumerable<int> words)
    {
        Articles--;
        foreach (var word in words) spread[word]--;
    }

    /// <summary>0 for a word that only one article has: it links to nothing and must not make articles look unlike.</summary>
    public float Rarity(int word) =>
        spread[word] < 2 ? 0 : MathF.Max(0, MathF.Log((Articles + 1f) / spread[word]));

    /// <summary>How rare the word would be once a second article had it, for choosing what to keep of a new one.</summary>
    public float Promise(int word) => MathF.Log((Articles + 2f) / Math.Max(2, spread[word]));

    private int NumberOf(string word)
    {
        var hash = Hash(word);
        if (!numbers.TryGetValue(hash, out var number)) number = numbers[hash] = NewNumber(hash);
        spread[number]++;
        return number;
    }

    private int NewNumber(ulong hash)
    {
        // Nobody writes so many words. Should noise be poured in, new words share numbers with old ones.
        if (spread.Count == Signature.MostWords) return (int)(hash % Signature.MostWords);
        spread.Add(0);
        return spread.Count - 1;
    }

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
