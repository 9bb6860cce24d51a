using System.Data.Common;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article as it was last published, whole: what its pages are made from. It may have been withdrawn since.</summary>
/// <param name="Path">Its address today, decoded.</param>
/// <param name="ReadAlso">The editor's own picks.</param>
public sealed record Piece(
    long Id, ArticleState State, string Path, long SectionId, long? StoryId, DateTime? PublishedAt, DateTime? UpdatedAt, string? UpdateNote, int Replies, bool CommentsOpen,
    DateTime? WithdrawnAt, string? WithdrawnReason, string? Kicker, string Headline, string? Standfirst, string Body, string? Dateline, string Language,
    IReadOnlyList<Credit> Credits, IReadOnlyList<TopicMark> Topics, LeadPicture? Picture, IReadOnlyList<long> ReadAlso, HeadTexts Head,
    long RevisionId, int RevisionNumber, string Hash, IReadOnlyList<Correction> Corrections)
{
    public bool IsPublished => State == ArticleState.Published;

    /// <summary>As readers would see it if it were published now.</summary>
    public static Piece Proof(Article article, Copy copy, DateTime now) => new(
        article.Id, ArticleState.Published, article.Path, copy.SectionId, copy.StoryId, article.PublishedAt ?? now, article.UpdatedAt, article.UpdateNote, 0, false, null, null,
        copy.Kicker, copy.Headline, copy.Standfirst, copy.Body, copy.Dateline, copy.Language, copy.Credits ?? [], copy.Topics ?? [], copy.Picture, copy.ReadAlso ?? [], copy.Head ?? new(), 0, 0, "", []);

    public bool TakesComments => IsPublished && CommentsOpen;

    /// <summary>Null when no article is or was at the address, so that it is a section's or nothing's: then the answer is not kept.</summary>
    public static Task<Piece?> AtAsync(string path, ReadingRoom room, CancellationToken stop) =>
        room.AskAsync(db => At.FirstAsync(db, stop, path), found => [found is null ? Names.NoArticle : Names.Article(found.Id)]);

    public static async Task<Piece> OfAsync(long articleId, ReadingRoom room, CancellationToken stop) =>
        (await room.AskAsync(db => Of.FirstAsync(db, stop, articleId), Names.Article(articleId)))!;

    private const string Columns = """
        a.id, a.state, a.path, a.section_id, a.story_id, a.published_at, a.updated_at, a.update_note, a.replies, a.comments_open, a.withdrawn_at, a.withdrawn_reason,
        r.kicker, r.headline, r.standfirst, r.body, r.dateline, r.language, r.credits, r.topics, r.picture, r.read_also, r.head,
        r.id, r.number, r.hash, r.corrections
        """;

    private static readonly Question<Piece>
        At = new($"select {Columns} from address d join article a on a.id = d.article_id join revision r on r.id = a.revision_id where d.path = @p0", Read),
        Of = new($"select {Columns} from article a join revision r on r.id = a.revision_id where a.id = @p0", Read);

    private static Piece Read(DbDataReader row) => new(
        row.GetInt64(0), Enum.Parse<ArticleState>(row.GetString(1)), row.GetString(2), row.GetInt64(3), row.NumberOrNull(4), row.TimeOrNull(5), row.TimeOrNull(6), row.TextOrNull(7),
        row.GetInt32(8), row.GetBoolean(9), row.TimeOrNull(10), row.TextOrNull(11), row.TextOrNull(12), row.GetString(13), row.TextOrNull(14), row.GetString(15), row.TextOrNull(16), row.GetString(17),
        row.Json<List<Credit>>(18), row.Json<List<TopicMark>>(19), row.JsonOrNull<LeadPicture>(20), row.Json<List<long>>(21), row.Json<HeadTexts>(22),
        row.GetInt64(23), row.GetInt32(24), row.GetString(25), row.Json<List<Correction>>(26));
}
