namespace Broadsheet.Domain.Related;

/// <summary>
/// An article's strongest words, sorted by number: a hundred tell as much as all of them and take half the room.
/// Each is one integer, the word's number above eight bits of weight, since a shelf is thousands of these.
/// </summary>
internal readonly struct Signature(uint[] entries)
{
    public const int Length = 100;
    public const int MostWords = 1 << 24;

    // The fifth mention of a word says little more than the fourth.
    private const float Saturation = 2.5f;

    public int Count => entries.Length;

    public IEnumerable<int> Words => entries.Select(entry => (int)(entry >> 8));

    public int Word(int place) => (int)(entries[place] >> 8);

    /// <summary>Between 0 and 1.</summary>
    public float Weight(int place) => (entries[place] & 0xFF) / 255f;

    public static Signature Of(int[] words, IReadOnlyCollection<float> counts, Lexicon lexicon)
    {
        var strongest = words.Zip(counts, (word, count) => (Word: word, Weight: count / (count + Saturation)))
            .OrderByDescending(entry => entry.Weight * lexicon.Promise(entry.Word))
            .Take(Length);
        return new([.. strongest.Select(entry => Pack(entry.Word, entry.Weight)).Order()]);
    }

    private static uint Pack(int word, float weight) => (uint)word << 8 | (uint)MathF.Round(weight * 255);
}
