using Broadsheet.Domain.Related;

namespace Broadsheet.Data.Related;

/// <summary>Works out which lists of what to read also have to be made again, and makes them. Not for several threads.</summary>
public sealed class LikenessBook : IDisposable
{
    private const int ReadAtOnce = 500, StoredAtOnce = 200;

    private readonly Dictionary<long, (long RevisionId, IReadOnlyList<long>? Picks)> known = [];
    private RelatedIndex? index;

    /// <summary>The texts of the whole paper are read only when there is something to do.</summary>
    public async Task BringUpToDateAsync(NewsDb db, Func<DateTime> now, CancellationToken stop)
    {
        var arrears = await StoredLists.DueAsync(db, null, known.ContainsKey, stop);
        if (arrears.Changed.Count + arrears.Gone.Count == 0) return;
        if (index is null) await ReadAllAsync(db, stop);
        else foreach (var some in arrears.Changed.Chunk(ReadAtOnce)) Take(await RelatedTexts.OfAsync(db, some, stop));

        HashSet<long> again = [.. arrears.Changed];
        foreach (var gone in arrears.Gone) again.UnionWith(Forget(gone));
        foreach (var id in arrears.Changed) again.UnionWith(index!.Around(id));
        foreach (var some in again.Where(known.ContainsKey).Chunk(StoredAtOnce)) await MakeAsync(db, some, now(), stop);
        foreach (var some in arrears.Gone.Chunk(StoredAtOnce)) await StoredLists.StoreAsync(db, [], some, now(), stop);
    }

    public void Dispose() => index?.Dispose();

    private async Task ReadAllAsync(NewsDb db, CancellationToken stop)
    {
        index = new RelatedIndex();
        for (RelatedArticle? last = null; await RelatedTexts.NextAsync(db, last, ReadAtOnce, stop) is { Count: > 0 } some; last = some[^1].Article) Take(some);
    }

    private void Take(IEnumerable<RelatedTexts.Entry> entries)
    {
        foreach (var entry in entries)
        {
            index!.Put(entry.Article);
            known[entry.Article.Id] = (entry.RevisionId, entry.List?.Picks);
        }
    }

    /// <returns>The articles whose list held it.</returns>
    private List<long> Forget(long id)
    {
        index!.Remove(id);
        known.Remove(id);
        return [.. known.Where(one => one.Value.Picks?.Contains(id) == true).Select(one => one.Key)];
    }

    private async Task MakeAsync(NewsDb db, IReadOnlyList<long> ids, DateTime now, CancellationToken stop)
    {
        List<Amendment> made = [];
        foreach (var id in ids)
        {
            List<long> picks = [.. index!.Nearest(id, ReadAlso.Places).Select(likeness => likeness.Id)];
            var (revision, before) = known[id];
            made.Add(new Amendment(new ReadAlso(id, revision, picks, now), !(before ?? []).SequenceEqual(picks)));
        }
        await StoredLists.StoreAsync(db, made, [], now, stop);
        foreach (var (list, _) in made) known[list.ArticleId] = (list.RevisionId, list.Picks);
    }
}
