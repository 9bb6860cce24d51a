using System.Data.Common;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = db.IsPostgres ? "insert into article_words (rowid, words) values (@0, @1::tsvector)" : "insert into article_words (rowid, headline, standfirst, body) values (@0, @1, @2, @3)";
        foreach (var revision in revisions)
        {
            List<string>[] parts = [[.. Of(revision, revision.Headline + " " + revision.Kicker)], [.. Of(revision, revision.Standfirst)], [.. Of(revision, Rest(revision))]];
            Set(insert, 0, revision.ArticleId);
            if (db.IsPostgres) Set(insert, 1, Weighted(parts));
            else for (var at = 0; at < parts.Length; at++) Set(insert, at + 1, string.Join(' ', parts[at]));
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    private static void Set(DbCommand command, int at, object value)
    {
        if (command.Parameters.Count == at)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{at}";
            command.Parameters.Add(parameter);
        }
        command.Parameters[at].Value = value;
    }

    public static Task RemoveAsync(NewsDb db, long articleId, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"delete from article_words where rowid = {articleId}", stop);

    private static string Rest(Revision revision) => string.Join(' ',
        [PlainText.Of(revision.Body), .. revision.Topics.Select(t => t.Name), .. revision.Credits.Select(c => c.Name)]);

    private static IEnumerable<string> Of(Revision revision, string? text) => Words.In(text ?? "", revision.Language);

    // A ready tsvector and not to_tsvector, whose own idea of a word cuts Devanagari at its vowel signs.
    private static string Weighted(List<string>[] parts)
    {
        var position = 0;
        return string.Join(' ', parts.Zip("ABD", (words, weight) => string.Join(' ', words.Select(word =>
            $"'{word.Replace("\\", "\\\\").Replace("'", "''")}':{Math.Min(++position, LastPosition)}{weight}"))));
    }
}
