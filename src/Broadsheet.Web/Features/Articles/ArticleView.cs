using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Articles;

public sealed record StoryView(string Name, string Url, IReadOnlyList<CardView> Cards);

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleView(
    long Id, string? Kicker, string Headline, string? Standfirst, string BodyHtml, SectionView Section, IReadOnlyList<LinkView> Trail,
    IReadOnlyList<BylineView> Bylines, string? Dateline, Moment Published, Moment? Updated, string? UpdateNote, PictureView? Picture,
    IReadOnlyList<LinkView> Topics, StoryView? Story, string Url, string TextUrl, string Language, string Direction, int Minutes, int Words)
{
    /// <summary>What stands above the text: a retraction, an editor's note; the newest first.</summary>
    public required IReadOnlyList<NoticeView> Grave { get; init; }

    /// <summary>What stands below the text; the newest first.</summary>
    public required IReadOnlyList<NoticeView> Notices { get; init; }

    /// <summary>When something was last changed, or told, that matters: what search engines are told. A corrected letter does not.</summary>
    public required Moment Modified { get; init; }

    public required HistoryView History { get; init; }

    /// <summary>As it is stored.</summary>
    public required string Body { private get; init; }

    /// <summary>The body without pictures, for the text form; made when asked for.</summary>
    public string TextHtml => BodyText.WithoutPictures(Body);

    private const int WordsPerMinute = 220;
    private const int OthersOfStory = 6;

    /// <param name="text">Of the body, without its markup.</param>
    public static async Task<ArticleView> OfAsync(Piece piece, string text, ReadingRoom room, CardList cards, Language language, CancellationToken stop)
    {
        var trail = (await SectionTree.OfAsync(room, stop)).TrailOf(piece.SectionId);
        var words = PlainText.WordCount(text);
        return new ArticleView(
            piece.Id, piece.Kicker, piece.Headline, piece.Standfirst, BodyText.WithEmbeds(piece.Body, language), trail[^1], [.. trail.Select(s => new LinkView(s.Name, s.Url))],
            [.. piece.Credits.Select(c => new BylineView(c.Name, c.Slug is null ? null : Links.Author(c.Slug)))], piece.Dateline,
            language.Moment(piece.PublishedAt!.Value), piece.UpdatedAt is { } updated ? language.Moment(updated) : null, piece.UpdateNote,
            await cards.PictureAsync(piece.Picture, stop), [.. piece.Topics.Select(t => new LinkView(t.Name, Links.Topic(t.Slug)))],
            await StoryAsync(piece, room, cards, language, stop), Links.Encoded(piece.Path), Links.Encoded(piece.Path) + "text/",
            piece.Language, language.Direction, Math.Max(1, (words + WordsPerMinute / 2) / WordsPerMinute), words)
        {
            Body = piece.Body, Grave = NoticesOf(piece, language, grave: true), Notices = NoticesOf(piece, language, grave: false), Modified = language.Moment(ModifiedAt(piece)), History = await HistoryView.OfAsync(piece, room, stop),
        };
    }

    private static DateTime ModifiedAt(Piece piece) =>
        piece.Corrections.Select(c => c.At).Append(piece.UpdatedAt ?? piece.PublishedAt!.Value).Append(piece.PublishedAt!.Value).Max();

    private static List<NoticeView> NoticesOf(Piece piece, Language language, bool grave) =>
        [.. piece.Corrections.Where(c => c.IsGrave == grave).OrderByDescending(c => c.At).Select(c => NoticeView.Of(c, language))];

    private static async Task<StoryView?> StoryAsync(Piece piece, ReadingRoom room, CardList cards, Language language, CancellationToken stop)
    {
        if (piece.StoryId is not { } id) return null;
        var others = await cards.NewestAsync(Names.Story(id), 0, OthersOfStory, language, stop, [piece.Id]);
        if (others.Count == 0) return null;
        var story = await StoryLink.OfAsync(id, room, stop);
        return new StoryView(story.Name, story.Url, others);
    }
}
