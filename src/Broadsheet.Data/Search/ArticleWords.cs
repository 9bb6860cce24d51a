using Broadsheet.Data.Writing;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Search;

/// <summary>Keeps the words of what readers see, so that they can search it. Both databases get the same words.</summary>
public static class ArticleWords
{
    // PostgreSQL counts positions up to 16,383; what is said later in so long a text is still found, at the last of them.
    private const int LastPosition = 16_383;

    /// <summary>The words of one revision in the place of those of the one before. Within the transaction that publishes it.</summary>
    public static async Task ReplaceAsync(NewsDb db, Revision revision, CancellationToken stop)
    {
        await RemoveAsync(db, revision.ArticleId, stop);
        await PutAsync(db, [revision], stop);
    }

    /// <summary>The words of articles that had none. Within the transaction that publishes them.</summary>
    public static async Task PutAsync(NewsDb db, IEnumerable<Revision> revisions, CancellationToken stop)
    {
        await using var insert = db.IsPostgres
            ? new RepeatedStatement(db, "insert into article_words (rowid, words) values (@0, @1::tsvector)", 2)
            : new RepeatedStatement(db, "insert into article_words (rowid, headline, standfirst, body) values (@0, @1, @2, @3)", 4);
        foreach (var revision in revisions)
        {
            List<string> headline = [.. Of(revision, revision.Headline + " " + revision.Kicker)], standfirst = [.. Of(revision, revision.Standfirst)], body = [.. Of(revision, Rest(revision))];
            if (db.IsPostgres) await insert.PutAsync(stop, revision.ArticleId, Weighted(headline, standfirst, body));
            else await insert.PutAsync(stop, revision.ArticleId, Joined(headline), Joined(standfirst), Joined(body));
        }
    }

    public static Task RemoveAsync(NewsDb db, long articleId, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"delete from article_words where rowid = {articleId}", stop);

    private static string Rest(Revision revision) => string.Join(' ',
        [PlainText.Of(revision.Body), .. revision.Topics.Select(t => t.Name), .. revision.Credits.Select(c => c.Name)]);

    private static IEnumerable<string> Of(Revision revision, string? text) => Words.In(text ?? "", revision.Language);

    private static string Joined(List<string> words) => string.Join(' ', words);

    // A ready tsvector and not to_tsvector, whose own idea of a word cuts Devanagari at its vowel signs.
    private static string Weighted(params List<string>[] parts)
    {
        var position = 0;
        return string.Join(' ', parts.Zip("ABD", (words, weight) => string.Join(' ', words.Select(word =>
            $"'{word.Replace("\\", "\\\\").Replace("'", "''")}':{Math.Min(++position, LastPosition)}{weight}"))));
    }
}
