using Broadsheet.Domain.Text;

namespace Broadsheet.Domain.Related;

/// <summary>
/// Answers which articles to read also. Lives in memory, and is filled anew by whoever needs it.
/// Safe for many readers; writers take turns, and readers wait for a writer no longer than for one article.
/// </summary>
public sealed class RelatedIndex : IDisposable
{
    private readonly Dictionary<string, Shelf> shelves = [];
    private readonly Dictionary<long, Shelf> homes = [];
    private readonly ReaderWriterLockSlim door = new();

    /// <summary>Adds the article, or replaces what was known under its id.</summary>
    public void Put(RelatedArticle article)
    {
        var words = Emphasis.Of(article);    // the slow part, while readers read on
        Write(() =>
        {
            Forget(article.Id);
            var shelf = homes[article.Id] = ShelfFor(LanguageTag.Primary(article.Language));
            shelf.Put(article, words);
        });
    }

    public void Remove(long id) => Write(() => Forget(id));

    /// <summary>
    /// Best first, in the article's language, never the article itself. Weak links are held back: the list may be
    /// shorter than asked, and is empty for an article that stands alone or is not known.
    /// </summary>
    public IReadOnlyList<Likeness> Nearest(long id, int most)
    {
        door.EnterReadLock();
        try
        {
            return homes.TryGetValue(id, out var shelf) ? shelf.Nearest(id, most) : [];
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    /// <summary>Those whose nearest may be others because this article is here: all of a small shelf, the likely ones of a large. In no order.</summary>
    public IReadOnlyList<long> Around(long id)
    {
        door.EnterReadLock();
        try
        {
            return homes.TryGetValue(id, out var shelf) ? shelf.Around(id) : [];
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    public void Dispose() => door.Dispose();

    private void Write(Action change)
    {
        door.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    private void Forget(long id)
    {
        if (homes.Remove(id, out var shelf)) shelf.Remove(id);
    }

    private Shelf ShelfFor(string language) =>
        shelves.TryGetValue(language, out var shelf) ? shelf : shelves[language] = new Shelf();
}
