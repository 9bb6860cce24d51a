using System.Data.Common;
using System.Text.RegularExpressions;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;

namespace Broadsheet.Web.Features.History;

/// <summary>One version of an article with its text, to be compared with another.</summary>
public sealed partial record Version(
    int Number, string? Kicker, string Headline, string? Standfirst, string Body, string? Dateline, long SectionId, IReadOnlyList<Credit> Credits, IReadOnlyList<TopicMark> Topics, LeadPicture? Picture,
    IReadOnlyList<Correction> Corrections)
{
    private static readonly Question<Version> Two = new("""
        select number, kicker, headline, standfirst, body, dateline, section_id, credits, topics, picture, corrections from revision
        where article_id = @p0 and number in (@p1, @p2) and tombstone is null order by number
        """, Read);

    private static readonly Question<Edition.Line> Lines = new(
        "select number, made_at, hash, updated_at, update_note, corrections, tombstone from revision where article_id = @p0 order by number",
        row => new(row.GetInt32(0), row.Time(1), row.GetString(2), row.TimeOrNull(3), row.TextOrNull(4), row.Json<List<Correction>>(5), row.JsonOrNull<Tombstone>(6)));

    /// <summary>All of an article, oldest first, without their texts.</summary>
    public static async Task<List<Edition>> AllAsync(long articleId, ReadingRoom room, CancellationToken stop) =>
        Edition.Of(await room.AskAsync(db => Lines.AllAsync(db, stop, articleId), Names.Article(articleId)));

    /// <summary>Those of the two that have a text.</summary>
    public static Task<List<Version>> PairAsync(long articleId, int from, int to, ReadingRoom room, CancellationToken stop) =>
        room.AskAsync(db => Two.AllAsync(db, stop, articleId, from, to), Names.Article(articleId));

    private static Version Read(DbDataReader row) => new(
        row.GetInt32(0), row.TextOrNull(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.TextOrNull(5), row.GetInt64(6), row.Json<List<Credit>>(7), row.Json<List<TopicMark>>(8),
        row.JsonOrNull<LeadPicture>(9), row.Json<List<Correction>>(10));

    /// <summary>The words of the body, a paragraph to a line.</summary>
    public string Text => PlainText.Of(Body);

    /// <summary>Where the body's links lead, one to a line.</summary>
    public string Links => string.Join('\n', LinkTargets().Matches(Body).Select(m => m.Groups[1].Value));

    /// <summary>The body's pictures and films, one to a line: where they are, and what is said for those who cannot see them.</summary>
    public string Pictures => string.Join('\n', Images().Matches(Body).Select(m => $"{Source().Match(m.Value).Groups[1].Value} {Alt().Match(m.Value).Groups[1].Value}".Trim()));

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"")]
    private static partial Regex LinkTargets();

    [GeneratedRegex("<img[^>]*>|<a [^>]*data-embed=[^>]*>")]
    private static partial Regex Images();

    [GeneratedRegex(" (?:src|data-embed)=\"([^\"]*)\"")]
    private static partial Regex Source();

    [GeneratedRegex(" alt=\"([^\"]*)\"")]
    private static partial Regex Alt();
}
