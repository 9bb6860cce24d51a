using Broadsheet.Data.Reading;
using Broadsheet.Web.Caching;
using CsCheck;

namespace Broadsheet.Tests.Caching;

/// <summary>Whatever is kept, found, changed and drawn in whatever order: against a model that keeps everything and forgets exactly what was touched.</summary>
public sealed class PageCacheTests
{
    private const long Ample = long.MaxValue;

    private static readonly string[] Paths = ["/", "/a/", "/b/", "/c/", "/d/", "/e/", "/f/", "/g/"], SomeNames = ["front", "article:1", "article:2", "section:1", "theme"];
    private static readonly Gen<string> AnyPath = Gen.Int[0, Paths.Length - 1].Select(at => Paths[at]);
    private static readonly Gen<string[]> AnyNames = Gen.Int[0, SomeNames.Length - 1].Select(at => SomeNames[at]).Array[0, 3];
    private static readonly Gen<int> AnyLength = Gen.Int[0, 6000];

    // Two drawings go on at a time, so that changes fall into them.
    private static readonly Gen<int> AnyPress = Gen.Int[0, 1];

    private static readonly Gen<Action<PagesOnTrial>> AnyStep = Gen.Frequency(
        (4, Gen.Select(AnyPath, AnyNames, AnyLength, (path, names, length) => Do(trial => trial.Keep(path, names, length)))),
        (3, AnyPress.Select(press => Do(trial => trial.Begin(press)))),
        (3, Gen.Select(AnyPress, AnyPath, AnyNames, AnyLength, (press, path, names, length) => Do(trial => trial.Finish(press, path, names, length)))),
        (6, AnyPath.Select(path => Do(trial => trial.Find(path)))),
        (2, AnyPath.Select(path => Do(trial => trial.Pack(path)))),
        (3, AnyNames.Select(names => Do(trial => trial.Drop(names)))),
        (1, Gen.Const(Do(trial => trial.Drop(null)))));

    private static readonly Gen<Action<PagesOnTrial>[]> AnySteps = AnyStep.Array[0, 60];

    [Fact]
    public void With_room_for_all_a_page_is_kept_exactly_until_something_changes_that_it_was_made_from() => AnySteps.Sample(steps => Try(steps, Ample));

    [Fact]
    public void With_little_room_nothing_is_found_that_changed_and_the_bytes_are_counted_and_within_the_limit() =>
        Gen.Select(AnySteps, Gen.Long[1, 30_000]).Sample(Try);

    [Fact]
    public void However_many_keep_find_and_change_at_once_the_sums_are_right()
    {
        var trials = new PagesOnTrial(20_000);
        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, turn =>
        {
            var path = Paths[turn % Paths.Length];
            trials.KeepUnjudged(path, [SomeNames[turn % SomeNames.Length]], turn % 6000);
            trials.Pack(Paths[turn * 7 % Paths.Length]);
            if (turn % 5 == 0) trials.Cache.Drop([SomeNames[turn / 5 % SomeNames.Length]]);
        });

        Assert.Equal((trials.Found.Count, trials.Found.Sum(page => page.Size)), (trials.Cache.Count, trials.Cache.Bytes));
        trials.Cache.Drop(null);
        Assert.Equal((0, 0L), (trials.Cache.Count, trials.Cache.Bytes));
    }

    [Fact]
    public void A_page_whose_drawing_took_longer_than_changes_are_remembered_is_not_kept()
    {
        var trial = new PagesOnTrial(Ample);
        trial.Begin(0);
        trial.Cache.Drop(["article:1"]);
        trial.Cache.Drop([.. Enumerable.Range(0, 20_001).Select(n => $"comments:{n}")]);
        trial.Cache.Drop(["front"]);

        Assert.False(trial.Cache.Keep("/", Sheet("article:1"), 0));
        Assert.True(trial.Cache.Keep("/", Sheet("article:1"), trial.Cache.Generation));
    }

    [Fact]
    public void A_page_that_holds_until_midnight_is_not_found_after_it()
    {
        var (cache, clock) = (new PageCache(Ample), new PaperClock());
        var sources = new Sources();
        sources.Until(clock.GetUtcNow().UtcDateTime.AddHours(1));
        cache.Keep("/", new KeptPage(PagesOnTrial.Answer(10), sources, Coding.Plain), cache.Generation);
        Assert.NotNull(cache.Find("/", clock));

        clock.PutForward(TimeSpan.FromHours(1));

        Assert.Null(cache.Find("/", clock));
    }

    private static KeptPage Sheet(params string[] names) => PagesOnTrial.Page(names, 100);

    private static Action<PagesOnTrial> Do(Action<PagesOnTrial> step) => step;

    private static void Try(Action<PagesOnTrial>[] steps, long room)
    {
        var trial = new PagesOnTrial(room);
        foreach (var step in steps) step(trial);
        trial.Judge();
    }
}
