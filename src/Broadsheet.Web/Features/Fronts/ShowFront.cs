using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Fronts;

/// <summary>The front page: Top Stories, the latest, the developing stories, a block for each section.</summary>
public static class ShowFront
{
    private const int TopPlaces = 8, LatestPlaces = 12, BlockPlaces = 6, StoryPlaces = 3, Discussed = 5;
    private const int MostCandidates = 120;

    public sealed record StoryBlock(string Name, string Url, IReadOnlyList<CardView> Cards);

    public sealed record Block(SectionView Section, string Url, IReadOnlyList<CardView> Cards);

    public sealed record View(
        IReadOnlyList<CardView> TopStories, IReadOnlyList<CardView> Latest, IReadOnlyList<StoryBlock> Stories,
        IReadOnlyList<Block> Blocks, IReadOnlyList<CardView> MostDiscussed);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().MapGet("/", Handle);

    internal static async Task<IResult> Handle(ReadingRoom room, CardList cards, Site site, TimeProvider clock, CancellationToken stop)
    {
        var candidates = await CandidatesAsync(room, stop);
        var top = await cards.OfAsync(await TopStoriesAsync(room, candidates, clock.UtcNow(), stop), site.Language, stop);
        var shown = top.Select(c => c.Id).ToHashSet();
        var view = new View(
            top, await cards.NewestAsync(Names.Articles, 0, LatestPlaces, site.Language, stop), await StoriesAsync(room, candidates, cards, site, stop),
            await BlocksAsync(room, cards, site, shown, stop), await cards.OfAsync(MostDiscussed(candidates), site.Language, stop));
        var head = new PageHead("front", site.Tagline.Length > 0 ? $"{site.Name} – {site.Tagline}" : site.Name, site.Language, "/")
        {
            Description = site.Tagline, Picture = top.FirstOrDefault()?.Picture, Feeds = [new(site.Name, "/feed/")], JsonLd = [Publisher.JsonLd(site)],
        };
        return Pages.Show("front", head, view);
    }

    /// <summary>The newest articles, newest first: what the ranking chooses from, and where stories move.</summary>
    private static async Task<List<Candidate>> CandidatesAsync(ReadingRoom room, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => db.Listed.Where(l => l.List == Names.Articles).OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId).Take(MostCandidates)
            .Join(db.Articles, l => l.ArticleId, a => a.Id, (_, a) => new Candidate(a.Id, a.PublishedAt!.Value, a.Rank, a.Replies, a.SectionId, a.StoryId)).ToListAsync(stop), Names.Articles, Names.Front, Names.Comments);
        return [.. rows.OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.ArticleId)];
    }

    private static async Task<List<long>> TopStoriesAsync(ReadingRoom room, List<Candidate> candidates, DateTime now, CancellationToken stop)
    {
        var booked = await room.AskAsync(db => db.Slots.Where(s => s.EndsAt == null || s.EndsAt > now).OrderBy(s => s.Id).ToListAsync(stop), Names.Front);
        foreach (var slot in booked) room.Sources.Until(slot.StartsAt > now ? slot.StartsAt : slot.EndsAt ?? DateTime.MaxValue);
        var slots = booked.Where(s => s.StartsAt <= now).ToList();
        var chosen = slots.Select(s => s.ArticleId).ToList();
        var showable = await room.AskAsync(db => db.Articles.Where(a => chosen.Contains(a.Id) && a.State == ArticleState.Published).Select(a => a.Id).ToListAsync(stop), Names.Articles);
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
            var story = await room.AskAsync(db => db.Stories.SingleAsync(s => s.Id == id, stop), Names.Story(id));
            blocks.Add(new StoryBlock(story.Name, Links.Story(story.Slug), pieces));
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
