using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Articles;

public sealed record StoryView(string Name, string Url, IReadOnlyList<CardView> Cards);

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleView(
    long Id, string? Kicker, string Headline, string? Standfirst, string BodyHtml, string TextHtml, SectionView Section, IReadOnlyList<LinkView> Trail,
    IReadOnlyList<BylineView> Bylines, string? Dateline, Moment Published, Moment? Updated, string? UpdateNote, PictureView? Picture,
    IReadOnlyList<LinkView> Topics, StoryView? Story, string Url, string TextUrl, string Language, string Direction, int Minutes, int Words)
{
    private const int WordsPerMinute = 220;
    private const int OthersOfStory = 6;

    private static readonly Func<NewsDb, long, CancellationToken, Task<Domain.Stories.Story>> StoryWith =
        EF.CompileAsyncQuery((NewsDb db, long id, CancellationToken stop) => db.Stories.Single(s => s.Id == id));

    public static async Task<ArticleView> OfAsync(Article article, Revision revision, ReadingRoom room, CardList cards, Language language, CancellationToken stop)
    {
        var trail = (await SectionTree.OfAsync(room, stop)).TrailOf(article.SectionId);
        var words = PlainText.WordCount(PlainText.Of(revision.Body));
        return new ArticleView(
            article.Id, revision.Kicker, revision.Headline, revision.Standfirst, BodyText.WithEmbeds(revision.Body, language), BodyText.WithoutPictures(revision.Body), trail[^1], [.. trail.Select(s => new LinkView(s.Name, s.Url))],
            [.. revision.Credits.Select(c => new BylineView(c.Name, c.Slug is null ? null : Links.Author(c.Slug)))], revision.Dateline,
            language.Moment(article.PublishedAt!.Value), article.UpdatedAt is { } updated ? language.Moment(updated) : null, article.UpdateNote,
            await cards.PictureAsync(revision.Picture, stop), [.. revision.Topics.Select(t => new LinkView(t.Name, Links.Topic(t.Slug)))],
            await StoryAsync(article, room, cards, language, stop), Links.Encoded(article.Path), Links.Encoded(article.Path) + "text/",
            revision.Language, language.Direction, Math.Max(1, (words + WordsPerMinute / 2) / WordsPerMinute), words);
    }

    private static async Task<StoryView?> StoryAsync(Article article, ReadingRoom room, CardList cards, Language language, CancellationToken stop)
    {
        if (article.StoryId is not { } id) return null;
        var others = await cards.NewestAsync(Names.Story(id), 0, OthersOfStory, language, stop, [article.Id]);
        if (others.Count == 0) return null;
        var story = await room.AskAsync(db => StoryWith(db, id, stop), Names.Story(id));
        return new StoryView(story.Name, Links.Story(story.Slug), others);
    }
}
