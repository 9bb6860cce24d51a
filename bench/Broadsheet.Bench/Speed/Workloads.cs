using Broadsheet.Bench.Corpus;

namespace Broadsheet.Bench.Speed;

/// <summary>The list of workloads, in the order in which they are measured.</summary>
public static class Workloads
{
    private const int Queries = 1_000, NewQueries = 60_000;

    /// <param name="urls">The articles of the smaller paper.</param>
    public static List<Workload> OfSmall(string[] urls) =>
    [
        new("hot article", [urls[^7]]),
        new($"{urls.Length:n0} articles at random", urls),
        new("front page", ["/"]),
        new("article, unchanged since (304)", [urls[^7]], Conditional: true),
        new("search, 1,000 queries", Searches(5, Queries)),
        new("search, every query new", Searches(6, NewQueries), Once: true, Limits: false),
    ];

    /// <summary>Begins with what is only true of a program that has just started.</summary>
    public static List<Workload> OfLarge(string[] urls) =>
    [
        new($"{urls.Length:n0} articles, not in memory", Shuffled(urls), Once: true),
        new($"{urls.Length:n0} articles at random, in memory", urls),
        new($"search in {urls.Length:n0} articles, every query new", Searches(7, NewQueries), Once: true, Limits: false),
    ];

    private static List<string> Searches(int seed, int count)
    {
        var (random, vocabulary) = (new Random(seed), new Vocabulary());
        return [.. Enumerable.Range(0, count).Select(_ => "/search?q=" + string.Join('+', Enumerable.Range(0, random.Next(1, 3)).Select(_ => vocabulary.Telling(random))))];
    }

    private static List<string> Shuffled(string[] urls)
    {
        var mixed = urls.ToArray();
        new Random(8).Shuffle(mixed);
        return [.. mixed];
    }
}
