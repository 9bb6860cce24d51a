namespace Broadsheet.Domain.Related;

/// <summary>
/// The lists of what to read also, kept true to the articles: knows which of them to make again when an article comes, changes or goes.
/// For one thread.
/// </summary>
public sealed class ReadAlsoLists : IDisposable
{
    private sealed record Coming(long RevisionId, int Edition);

    private readonly RelatedIndex index = new();
    private readonly Dictionary<long, (ReadAlso List, int Edition)> made = [];
    private readonly Dictionary<long, Coming> due = [];
    private readonly Stack<long> order = new();

    // Grows with every article that comes, changes or goes: a list made since then knows of it already.
    private int edition;

    public int Articles { get; private set; }

    /// <summary>How many articles have come or changed and wait for <see cref="Settle"/>.</summary>
    public int Due => due.Count;

    public bool Knows(long id) => due.ContainsKey(id) || made.ContainsKey(id);

    /// <summary>Takes an article in, or its new text. It is due, unless its list was made for this revision.</summary>
    /// <param name="stored">Null when there is none yet.</param>
    public void Put(RelatedArticle article, long revisionId, ReadAlso? stored)
    {
        if (!Knows(article.Id)) Articles++;
        index.Put(article);
        if (stored is not null) made.TryAdd(article.Id, (stored, 0));
        if (stored?.RevisionId == revisionId) return;
        due[article.Id] = new Coming(revisionId, ++edition);
        order.Push(article.Id);
    }

    /// <summary>Makes the list of the article that came last, and of others those that are different because of it.</summary>
    /// <returns>Its own list is always among them. To be stored together: until its own is, the article is still due.</returns>
    public IReadOnlyList<Amendment> Settle(DateTime now)
    {
        while (!due.ContainsKey(order.Peek())) order.Pop();
        var id = order.Pop();
        due.Remove(id, out var coming);
        var others = made.ContainsKey(id) ? index.Around(id).Union(HoldersOf(id)) : index.Around(id);
        return [Make(id, coming!.RevisionId, now), .. MakeAgain([.. others], coming.Edition, now)];
    }

    /// <summary>Takes an article out, of which nothing may be known.</summary>
    /// <returns>The lists that are different without it.</returns>
    public IReadOnlyList<Amendment> Remove(long id, DateTime now)
    {
        List<long> others = [.. index.Around(id).Union(HoldersOf(id))];
        if (Knows(id)) Articles--;
        index.Remove(id);
        due.Remove(id);
        made.Remove(id);
        return [.. MakeAgain(others, ++edition, now)];
    }

    public void Dispose() => index.Dispose();

    // A list that is due itself is made in its own turn.
    private IEnumerable<Amendment> MakeAgain(List<long> ids, int since, DateTime now) => ids
        .Where(id => !due.ContainsKey(id) && made.TryGetValue(id, out var list) && list.Edition < since)
        .Select(id => Make(id, made[id].List.RevisionId, now))
        .Where(amendment => amendment.Differs);

    private Amendment Make(long id, long revisionId, DateTime now)
    {
        var list = new ReadAlso(id, revisionId, [.. index.Nearest(id, ReadAlso.Places).Select(likeness => likeness.Id)], now);
        var differs = !list.Picks.SequenceEqual(made.TryGetValue(id, out var former) ? former.List.Picks : []);
        made[id] = (list, edition);
        return new Amendment(list, differs);
    }

    private IEnumerable<long> HoldersOf(long id) => made.Where(entry => entry.Value.List.Picks.Contains(id)).Select(entry => entry.Key);
}

/// <param name="Differs">Whether readers see another list than before.</param>
public sealed record Amendment(ReadAlso List, bool Differs);
