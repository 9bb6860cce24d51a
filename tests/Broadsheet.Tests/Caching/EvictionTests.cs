using Broadsheet.Web.Caching;
using CsCheck;

namespace Broadsheet.Tests.Caching;

/// <summary>What leaves when there is no room for all.</summary>
public sealed class EvictionTests
{
    private const int Room = 20, Length = 500;

    private static readonly long PageSize = PagesOnTrial.Page([], Length).Size;

    [Fact]
    public void What_readers_ask_for_between_stays_whatever_else_is_drawn() => Gen.Select(Gen.Int[1, 15], Gen.Int[0, 4000].Array[0, 60]).Sample((favourites, passing) =>
    {
        // The favourites alone always have room.
        var cache = new PageCache(Room * PageSize);
        Keep(cache, "favourite", Enumerable.Repeat(Length, favourites));
        foreach (var (n, length) in passing.Index())
        {
            Assert.Equal(favourites, Count(cache, "favourite", favourites));
            Keep(cache, $"passing-{n}-", [length]);
        }
        Assert.Equal(favourites, Count(cache, "favourite", favourites));
    });

    [Fact]
    public void A_crawlers_single_pass_drives_out_nothing_that_was_asked_for_again() => Gen.Select(Gen.Int[1, Room - 1], Gen.Int[0, 200]).Sample((favourites, pass) =>
    {
        var cache = new PageCache(Room * PageSize);
        Keep(cache, "favourite", Enumerable.Repeat(Length, favourites));
        Assert.Equal(favourites, Count(cache, "favourite", favourites));

        Keep(cache, "crawled", Enumerable.Repeat(Length, pass));

        Assert.Equal(favourites, Count(cache, "favourite", favourites));
        Assert.Equal(Math.Min(Room, favourites + pass), cache.Count);
    });

    [Fact]
    public void What_nobody_asks_for_again_leaves_and_the_oldest_first()
    {
        var cache = new PageCache(Room * PageSize);
        Keep(cache, "old", Enumerable.Repeat(Length, Room));
        Keep(cache, "new", Enumerable.Repeat(Length, 5));

        Assert.All(Enumerable.Range(0, 5), n => Assert.Null(cache.Find($"old{n}", TimeProvider.System)));
        Assert.All(Enumerable.Range(5, Room - 5), n => Assert.NotNull(cache.Find($"old{n}", TimeProvider.System)));
    }

    [Fact]
    public void A_page_that_is_larger_than_the_room_is_not_kept()
    {
        var cache = new PageCache(PageSize);
        Keep(cache, "large", [Length + 1]);

        Assert.Equal((0, 0L), (cache.Count, cache.Bytes));
    }

    private static void Keep(PageCache cache, string name, IEnumerable<int> lengths)
    {
        foreach (var (n, length) in lengths.Index()) cache.Keep($"{name}{n}", PagesOnTrial.Page([$"article:{n}"], length), cache.Generation);
    }

    // Asks for each.
    private static int Count(PageCache cache, string name, int most) => Enumerable.Range(0, most).Count(n => cache.Find($"{name}{n}", TimeProvider.System) is not null);
}
