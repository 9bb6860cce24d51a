using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Broadsheet.Web.Caching;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Redirects;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Fronts;

/// <summary>The front page: Top Stories, the latest, the developing stories, a block for each section.</summary>
public static class ShowFront
{
    internal const int TopPlaces = 8;
    private const int LatestPlaces = 12, BlockPlaces = 6, StoryPlaces = 3, Discussed = 5;
    private const int MostCandidates = 120;

    public sealed record StoryBlock(string Name, string Url, IReadOnlyList<CardView> Cards);

    public sealed record Block(SectionView Section, string Url, IReadOnlyList<CardView> Cards);

    public sealed record View(
        IReadOnlyList<CardView> TopStories, IReadOnlyList<CardView> Latest, IReadOnlyList<StoryBlock> Stories,
        IReadOnlyList<Block> Blocks, IReadOnlyList<CardView> MostDiscussed);

    private static readonly Question<Candidate> Newest = new("""
        select a.id, a.published_at, a.rank, a.replies, a.section_id, a.story_id
        from (select article_id from listed where list = @p0 order by published_at desc, article_id desc limit @p1) l join article a on a.id = l.article_id
        """, row => new(row.GetInt64(0), row.Time(1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(4), row.NumberOrNull(5)));

    private static readonly Question<Slot> Booked = new(
        "select position, article_id, starts_at, ends_at, headline, picture_id from slot where ends_at is null or ends_at > @p0 order by id",
        row => new(row.GetInt32(0), row.GetInt64(1), row.Time(2), row.TimeOrNull(3), row.TextOrNull(4), row.NumberOrNull(5)));

    private static readonly Question<long> Showable = new("select id from article where id in @p0 and state = 'Published'", row => row.GetInt64(0));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().MapGet("/", Handle);

    internal static async Task<IResult> Handle(HttpRequest request, ReadingRoom room, CardList cards, Site site, TimeProvider clock, CancellationToken stop)
    {
        if (PageKey.IsOld(request) && await OldAddresses.LeadAsync("/", request.Query, room, stop) is { } target) return Results.LocalRedirect(target, permanent: true);
        return await DrawAsync(await BookedAsync(room, clock.UtcNow(), stop), room, cards, site, stop);
    }

    /// <summary>The front with these slots, whether they are stored or only tried.</summary>
    /// <param name="slots">Those that stand now.</param>
    /// <param name="proof">Only tried: nobody keeps the page.</param>
    internal static async Task<IResult> DrawAsync(IReadOnlyList<Slot> slots, ReadingRoom room, CardList cards, Site site, CancellationToken stop, bool proof = false)
    {
        var candidates = await CandidatesAsync(room, stop);
        var top = await cards.OnFrontAsync(await TopStoriesAsync(room, candidates, slots, stop), slots, site.Language, stop);
        var shown = top.Select(c => c.Id).ToHashSet();
        var view = new View(
            top, await cards.NewestAsync(Names.Articles, 0, LatestPlaces, site.Language, stop), await StoriesAsync(room, candidates, cards, site, stop),
            await BlocksAsync(room, cards, site, shown, stop), await cards.OfAsync(MostDiscussed(candidates), site.Language, stop));
        var head = new PageHead("front", site.Tagline.Length > 0 ? $"{site.Name} – {site.Tagline}" : site.Name, site.Language, "/")
        {
            Description = site.Tagline, Picture = top.FirstOrDefault()?.Picture, Feeds = [new(site.Name, "/feed/")], JsonLd = [Publisher.JsonLd(site)], Proof = proof, Noindex = proof,
        };
        return Pages.Show("front", head, view, personal: proof);
    }

    /// <summary>The newest articles, newest first: what the ranking chooses from, and where stories move.</summary>
    internal static async Task<List<Candidate>> CandidatesAsync(ReadingRoom room, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => Newest.AllAsync(db, stop, Names.Articles, MostCandidates), Names.Articles, Names.Front, Names.Comments);
        return [.. rows.OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.ArticleId)];
    }

    /// <summary>The slots that stand now. The page holds until the next begins or ends.</summary>
    private static async Task<List<Slot>> BookedAsync(ReadingRoom room, DateTime now, CancellationToken stop)
    {
        var booked = await room.AskAsync(db => Booked.AllAsync(db, stop, now), Names.Front);
        foreach (var slot in booked) room.Sources.Until(slot.StartsAt > now ? slot.StartsAt : slot.EndsAt ?? DateTime.MaxValue);
        return [.. booked.Where(s => s.StandsAt(now))];
    }

    internal static async Task<List<long>> TopStoriesAsync(ReadingRoom room, List<Candidate> candidates, IReadOnlyList<Slot> slots, CancellationToken stop)
    {
        var showable = await room.AskAsync(db => Showable.AllAsync(db, stop, slots.Select(s => s.ArticleId).ToArray()), Names.Articles);
        return TopStories.Fill(slots.GroupBy(s => s.Position).ToDictionary(g => g.Key, g => g.Last().ArticleId), showable.ToHashSet(), candidates, TopPlaces);
    }

    /// <summary>The stories that moved last and have several pieces, each with its newest.</summary>
    private static async Task<List<StoryBlock>> StoriesAsync(ReadingRoom room, List<Candidate> newest, CardList cards, Site site, CancellationToken stop)
    {
        List<StoryBlock> blocks = [];
        foreach (var id in newest.Select(c => c.StoryId).OfType<long>().Distinct())
        {
            var pieces = await cards.NewestAsync(Names.Story(id), 0, StoryPlaces, site.Language, stop);
            if (pieces.Count < 2) continue;
            var story = await StoryLink.OfAsync(id, room, stop);
            blocks.Add(new StoryBlock(story.Name, story.Url, pieces));
            if (blocks.Count == StoryPlaces) break;
        }
        return blocks;
    }

    private static async Task<List<Block>> BlocksAsync(ReadingRoom room, CardList cards, Site site, HashSet<long> shown, CancellationToken stop)
    {
        List<Block> blocks = [];
        foreach (var section in (await SectionTree.OfAsync(room, stop)).Roots)
        {
            var list = await cards.NewestAsync(Names.Section(section.Id), 0, BlockPlaces, site.Language, stop, shown);
            if (list.Count > 0) blocks.Add(new Block(section, section.Url, PictureFirst(list)));
        }
        return blocks;
    }

    /// <summary>A block opens with a picture where one of its three newest pieces has one.</summary>
    private static List<CardView> PictureFirst(List<CardView> cards)
    {
        var lead = cards.Take(3).FirstOrDefault(c => c.Picture is not null) ?? cards[0];
        return [lead, .. cards.Where(c => c != lead)];
    }

    private static List<long> MostDiscussed(List<Candidate> newest) =>
        [.. newest.Where(c => c.Replies > 0).OrderByDescending(c => c.Replies).ThenByDescending(c => c.ArticleId).Take(Discussed).Select(c => c.ArticleId)];
}
