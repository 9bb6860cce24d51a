using Broadsheet.Domain.Fronts;
using CsCheck;

namespace Broadsheet.Tests.Fronts;

public sealed class TopStoriesTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Dictionary<int, long> NoSlots = [];
    private static readonly HashSet<long> Nothing = [];

    [Fact]
    public void The_newest_piece_leads_when_all_have_the_same_rank() =>
        Assert.Equal([3, 2, 1], TopStories.Fill(NoSlots, Nothing, [Piece(1, -9), Piece(2, -5), Piece(3, -1)], 3));

    [Fact]
    public void A_piece_of_higher_rank_holds_its_place_for_some_hours() =>
        Assert.Equal([1, 2], TopStories.Fill(NoSlots, Nothing, [Piece(1, -10, rank: 4), Piece(2, -1)], 2));

    [Fact]
    public void And_gives_it_up_the_day_after() =>
        Assert.Equal([2, 1], TopStories.Fill(NoSlots, Nothing, [Piece(1, -20, rank: 4), Piece(2, -1)], 2));

    [Fact]
    public void Replies_lift_a_piece() =>
        Assert.Equal([1, 2], TopStories.Fill(NoSlots, Nothing, [Piece(1, -4, replies: 15), Piece(2, -1)], 2));

    [Fact]
    public void An_editors_slot_comes_before_all_ranking() =>
        Assert.Equal([9, 3, 8, 2, 1], TopStories.Fill(new Dictionary<int, long> { [1] = 9, [3] = 8 }, new HashSet<long> { 8, 9 }, [Piece(1, -9), Piece(2, -5), Piece(3, -1)], 5));

    [Fact]
    public void A_piece_in_a_slot_is_not_shown_twice() =>
        Assert.Equal([1, 3, 2], TopStories.Fill(new Dictionary<int, long> { [1] = 1 }, new HashSet<long> { 1 }, [Piece(1, -9), Piece(2, -5), Piece(3, -1)], 4));

    [Fact]
    public void A_slot_whose_article_readers_may_not_see_is_passed_over() =>
        Assert.Equal([3, 2], TopStories.Fill(new Dictionary<int, long> { [1] = 7 }, Nothing, [Piece(2, -5), Piece(3, -1)], 2));

    [Fact]
    public void One_story_leads_once_and_its_other_pieces_come_last() =>
        Assert.Equal([4, 2, 1, 3], TopStories.Fill(NoSlots, Nothing, [Piece(4, -1, story: 5), Piece(3, -2, story: 5), Piece(2, -3), Piece(1, -4)], 4));

    [Fact]
    public void One_section_has_two_pieces_before_the_others_have_had_theirs() =>
        Assert.Equal([5, 4, 1, 3, 2], TopStories.Fill(NoSlots, Nothing, [Piece(5, -1, section: 8), Piece(4, -2, section: 8), Piece(3, -3, section: 8), Piece(2, -4, section: 8), Piece(1, -5)], 5));

    [Fact]
    public void A_short_list_stays_short() => Assert.Equal([1], TopStories.Fill(NoSlots, Nothing, [Piece(1, -1)], 7));

    private static readonly Gen<Candidate> AnyPiece =
        Gen.Select(Gen.Long[1, 40], Gen.Int[-500, 0], Gen.Int[1, 5], Gen.Int[0, 300], Gen.Long[1, 4], Gen.Long[0, 3],
            (id, hour, rank, replies, section, story) => new Candidate(id, Noon.AddHours(hour), rank, replies, section, story == 0 ? null : story));

    [Fact]
    public void The_order_is_the_same_in_whatever_order_the_pieces_come() => AnyPiece.Array[0, 30].Sample(pieces =>
    {
        var distinct = pieces.DistinctBy(p => p.ArticleId).ToList();
        return TopStories.Fill(NoSlots, Nothing, distinct, 7).SequenceEqual(TopStories.Fill(NoSlots, Nothing, distinct.AsEnumerable().Reverse(), 7));
    });

    [Fact]
    public void The_order_does_not_depend_on_when_one_asks() => Gen.Select(AnyPiece.Array[0, 30], Gen.Int[1, 10_000]).Sample((pieces, hours) =>
    {
        // The same pieces, all seen from some hours later: weight is a time and not an age.
        var distinct = pieces.DistinctBy(p => p.ArticleId).ToList();
        var later = distinct.Select(p => p with { PublishedAt = p.PublishedAt.AddHours(-hours) });
        return TopStories.Fill(NoSlots, Nothing, distinct, 7).SequenceEqual(TopStories.Fill(NoSlots, Nothing, later, 7));
    });

    [Fact]
    public void Places_are_filled_as_far_as_there_are_pieces_and_never_with_one_twice() => AnyPiece.Array[0, 30].Sample(pieces =>
    {
        var distinct = pieces.DistinctBy(p => p.ArticleId).ToList();
        var filled = TopStories.Fill(NoSlots, Nothing, distinct, 7);
        return filled.Count == Math.Min(7, distinct.Count) && filled.Distinct().Count() == filled.Count;
    });

    private static long sections = 100;

    /// <param name="section">One of its own when not named.</param>
    private static Candidate Piece(long id, int hours, int rank = 3, int replies = 0, long? section = null, long? story = null) =>
        new(id, Noon.AddHours(hours), rank, replies, section ?? Interlocked.Increment(ref sections), story);
}
