using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
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
        var top = await cards.OfAsync(await TopStoriesAsync(room, clock.UtcNow(), stop), site.Language, stop);
        var shown = top.Select(c => c.Id).ToHashSet();
        var view = new View(
            top, await cards.NewestAsync(db => db.Articles, 0, LatestPlaces, site.Language, stop, Names.Articles), await StoriesAsync(room, cards, site, stop),
            await BlocksAsync(room, cards, site, shown, stop), await DiscussedAsync(room, cards, site, stop));
        var head = new PageHead("front", site.Tagline.Length > 0 ? $"{site.Name} – {site.Tagline}" : site.Name, site.Language, "/")
        {
            Description = site.Tagline, Picture = top.FirstOrDefault()?.Picture, Feeds = [new(site.Name, "/feed/")], JsonLd = [Publisher.JsonLd(site)],
        };
        return Pages.Show("front", head, view);
    }

    private static async Task<List<long>> TopStoriesAsync(ReadingRoom room, DateTime now, CancellationToken stop)
    {
        var booked = await room.AskAsync(db => db.Slots.Where(s => s.EndsAt == null || s.EndsAt > now).OrderBy(s => s.Id).ToListAsync(stop), Names.Front);
        foreach (var slot in booked) room.Sources.Until(slot.StartsAt > now ? slot.StartsAt : slot.EndsAt ?? DateTime.MaxValue);
        var slots = booked.Where(s => s.StartsAt <= now).ToList();
        var chosen = slots.Select(s => s.ArticleId).ToList();
        var showable = await room.AskAsync(db => db.Articles.Where(a => chosen.Contains(a.Id) && a.State == ArticleState.Published).Select(a => a.Id).ToListAsync(stop), Names.Articles);
        var candidates = await room.AskAsync(db => db.Articles.Where(a => a.State == ArticleState.Published)
            .OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(MostCandidates)
            .Select(a => new Candidate(a.Id, a.PublishedAt!.Value, a.Rank, db.Comments.Count(c => c.ArticleId == a.Id && c.State == CommentState.Visible), a.SectionId, a.StoryId))
            .ToListAsync(stop), Names.Articles, Names.Front, Names.Comments);
        return TopStories.Fill(slots.GroupBy(s => s.Position).ToDictionary(g => g.Key, g => g.Last().ArticleId), showable.ToHashSet(), candidates, TopPlaces);
    }

    /// <summary>The stories that moved last, each with its newest pieces.</summary>
    private static async Task<List<StoryBlock>> StoriesAsync(ReadingRoom room, CardList cards, Site site, CancellationToken stop)
    {
        var moving = await room.AskAsync(db => db.Articles.Where(a => a.State == ArticleState.Published && a.StoryId != null)
            .GroupBy(a => a.StoryId).Where(g => g.Count() > 1).OrderByDescending(g => g.Max(a => a.PublishedAt)).Take(StoryPlaces)
            .Select(g => g.Key!.Value).ToListAsync(stop), Names.Articles, Names.Front);
        List<StoryBlock> blocks = [];
        foreach (var id in moving)
        {
            var story = await room.AskAsync(db => db.Stories.SingleAsync(s => s.Id == id, stop), Names.Story(id));
            blocks.Add(new StoryBlock(story.Name, Links.Story(story.Slug), await cards.NewestAsync(db => db.Articles.Where(a => a.StoryId == id), 0, StoryPlaces, site.Language, stop, Names.Story(id))));
        }
        return blocks;
    }

    private static async Task<List<Block>> BlocksAsync(ReadingRoom room, CardList cards, Site site, HashSet<long> shown, CancellationToken stop)
    {
        List<Block> blocks = [];
        foreach (var section in await room.AskAsync(db => db.Sections.Where(s => s.ParentId == null).OrderBy(s => s.Position).ToListAsync(stop), Names.Sections))
        {
            var list = await cards.NewestAsync(db => SectionArticles.Of(db, section.Path).Where(a => !shown.Contains(a.Id)), 0, BlockPlaces, site.Language, stop, Names.Section(section.Id));
            var url = Links.Encoded(section.Path);
            if (list.Count > 0) blocks.Add(new Block(new SectionView(section.Name, section.Slug, url, []), url, PictureFirst(list)));
        }
        return blocks;
    }

    /// <summary>A block opens with a picture where one of its three newest pieces has one.</summary>
    private static List<CardView> PictureFirst(List<CardView> cards)
    {
        var lead = cards.Take(3).FirstOrDefault(c => c.Picture is not null) ?? cards[0];
        return [lead, .. cards.Where(c => c != lead)];
    }

    private static async Task<List<CardView>> DiscussedAsync(ReadingRoom room, CardList cards, Site site, CancellationToken stop)
    {
        var ids = await room.AskAsync(db =>
        {
            var newest = db.Articles.Where(a => a.State == ArticleState.Published).OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(MostCandidates).Select(a => a.Id);
            return db.Comments.Where(c => c.State == CommentState.Visible && newest.Contains(c.ArticleId))
                .GroupBy(c => c.ArticleId).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Take(Discussed).Select(g => g.Key).ToListAsync(stop);
        }, Names.Articles, Names.Comments);
        return await cards.OfAsync(ids, site.Language, stop);
    }
}
