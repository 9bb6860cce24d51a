using Broadsheet.Domain.Changes;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>The articles that were touched by changes since one last looked. For several threads.</summary>
internal sealed class TouchedArticles
{
    private static readonly string Prefix = Names.NoArticle + ":";

    private readonly Lock door = new();
    private HashSet<long> ids = [];
    private bool missed;

    public bool Any { get { lock (door) return missed || ids.Count > 0; } }

    /// <param name="names">As the feed tells them: null when some were missed.</param>
    public void Add(IReadOnlyCollection<string>? names)
    {
        lock (door)
        {
            missed |= names is null;
            foreach (var name in names ?? [])
                if (name.StartsWith(Prefix, StringComparison.Ordinal)) ids.Add(long.Parse(name.AsSpan(Prefix.Length)));
        }
    }

    /// <summary>Null: it may be any.</summary>
    public IReadOnlyCollection<long>? Take()
    {
        lock (door)
        {
            var taken = missed ? null : ids;
            (ids, missed) = ([], false);
            return taken;
        }
    }
}
