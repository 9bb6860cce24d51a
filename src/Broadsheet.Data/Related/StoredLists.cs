using System.Text.Json;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Related;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Related;

/// <summary>The lists of what to read also, as pages find them.</summary>
public static class StoredLists
{
    /// <summary>What has still to be done, told from what is stored alone, so that it does not matter when a program was ended, or how.</summary>
    /// <param name="Changed">Published articles whose list is not made, or was made for another revision.</param>
    /// <param name="Gone">Articles that have a list, and that readers no longer see.</param>
    public sealed record Arrears(List<long> Changed, List<long> Gone);

    /// <param name="among">Null: all articles of the paper. The texts are not read, but each article is looked at.</param>
    /// <param name="known">Articles that readers saw, though their list may not be stored yet.</param>
    public static async Task<Arrears> DueAsync(NewsDb db, IReadOnlyCollection<long>? among, Func<long, bool> known, CancellationToken stop)
    {
        var articles = among is null ? db.Articles : db.Articles.Where(a => among.Contains(a.Id));
        var changed = articles.Where(a => a.State == ArticleState.Published && !db.ReadAlso.Any(l => l.ArticleId == a.Id && l.RevisionId == a.RevisionId)).Select(a => a.Id);
        var unseen = articles.Where(a => a.State != ArticleState.Published).Select(a => new { a.Id, HasList = db.ReadAlso.Any(l => l.ArticleId == a.Id) });
        return new Arrears(await changed.ToListAsync(stop), [.. (await unseen.ToListAsync(stop)).Where(a => a.HasList || known(a.Id)).Select(a => a.Id)]);
    }

    /// <summary>Stores all of them or none, and drops the pages that show one that differs.</summary>
    /// <param name="gone">Articles whose list is no longer needed.</param>
    public static async Task StoreAsync(NewsDb db, IReadOnlyCollection<Amendment> made, IReadOnlyCollection<long> gone, DateTime now, CancellationToken stop)
    {
        await using var write = await Write.BesideOthersAsync(db, stop);
        List<ReadAlso> rows = [.. made.GroupBy(a => a.List.ArticleId).Select(again => again.Last().List)];
        if (rows.Count > 0) await db.Database.ExecuteSqlRawAsync(Statement(rows.Count), [.. rows.SelectMany(Values)], stop);
        if (gone.Count > 0) await db.ReadAlso.Where(l => gone.Contains(l.ArticleId)).ExecuteDeleteAsync(stop);
        db.Touch(made.Where(a => a.Differs).Select(a => Names.Related(a.List.ArticleId)));
        await write.CommitAsync(now, stop);
    }

    // One statement for all: on PostgreSQL each costs a journey.
    private static string Statement(int rows) => $"""
        insert into read_also (article_id, revision_id, picks, made_at)
        values {string.Join(", ", Enumerable.Range(0, rows).Select(n => $"({{{4 * n}}}, {{{4 * n + 1}}}, {{{4 * n + 2}}}, {{{4 * n + 3}}})"))}
        on conflict (article_id) do update set revision_id = excluded.revision_id, picks = excluded.picks, made_at = excluded.made_at
        """;

    private static IEnumerable<object> Values(ReadAlso list) => [list.ArticleId, list.RevisionId, JsonSerializer.Serialize(list.Picks), list.MadeAt];
}
