namespace Broadsheet.Bench.Corpus;

/// <summary>Words that sound like English and mean nothing, used as unevenly as the words of a language are.</summary>
public sealed class Vocabulary
{
    private const int Size = 20_000, Steps = 1 << 17;
    private const double Steepness = 0.85;

    private static readonly string[] Starts = "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".Split(' ');
    private static readonly string[] Middles = "a e i o u ai ea ee ou oa".Split(' ');
    private static readonly string[] Ends = "l n r s t ck ll nd nt rd rn sk st mp w th".Split(' ');

    private static readonly string[] Common =
        "the of and to in a that is was for on with as by at from his her it they but not have had which one all will more when who there been than into after over".Split(' ');

    private readonly ushort[] drawn = new ushort[Steps];

    public Vocabulary() : this(new Random(1)) { }

    private Vocabulary(Random random)
    {
        HashSet<string> words = [];
        while (words.Count < Size) words.Add(Word(random));
        Words = [.. words];
        Spread();
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>A word as often as it is used; two in five are the small words that hold a sentence together.</summary>
    public string Draw(Random random) =>
        random.Next(5) < 2 ? Common[random.Next(Common.Length)] : Telling(random);

    public string Telling(Random random) => Words[drawn[random.Next(Steps)]];

    private static string Word(Random random)
    {
        var syllables = random.Next(100) switch { < 25 => 1, < 75 => 2, _ => 3 };
        return string.Concat(Enumerable.Range(0, syllables).Select(_ => Pick(random, Starts) + Pick(random, Middles))) + Pick(random, Ends);
    }

    private static string Pick(Random random, string[] parts) => parts[random.Next(parts.Length)];

    // One look into a table a word: a million articles are half a milliard of words.
    private void Spread()
    {
        var weights = Enumerable.Range(1, Size).Select(rank => Math.Pow(rank, -Steepness)).ToArray();
        var (total, sum, at) = (weights.Sum(), 0.0, 0);
        for (var word = 0; word < Size; word++)
            for (sum += weights[word]; at < Steps && at < sum / total * Steps; at++) drawn[at] = (ushort)word;
        while (at < Steps) drawn[at++] = Size - 1;
    }
}
