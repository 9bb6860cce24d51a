namespace Broadsheet.Domain.Related;

/// <summary>For every word the places of the articles that have it, in no order.</summary>
internal sealed class Postings
{
    private int[][] places = [];
    private int[] counts = [];

    public ReadOnlySpan<int> this[int word] => word < counts.Length ? places[word].AsSpan(0, counts[word]) : [];

    public void Add(int word, int place)
    {
        if (word >= counts.Length) Grow(word + 1);
        if (counts[word] == places[word].Length) Array.Resize(ref places[word], Larger(counts[word]));
        places[word][counts[word]++] = place;
    }

    public void Remove(int word, int place)
    {
        var last = --counts[word];
        var at = places[word].AsSpan(0, last).IndexOf(place);
        if (at >= 0) places[word][at] = places[word][last];
    }

    private void Grow(int needed)
    {
        var old = counts.Length;
        Array.Resize(ref counts, Math.Max(needed, Larger(old)));
        Array.Resize(ref places, counts.Length);
        Array.Fill(places, [], old, places.Length - old);
    }

    // A quarter, not double: most of the index is these arrays, and half-empty ones are paid for too.
    private static int Larger(int size) => size + size / 4 + 1;
}
