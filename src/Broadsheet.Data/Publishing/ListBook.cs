using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>Which lists a published article belongs to. Learns sections, topics and bylines as articles name them, and keeps them.</summary>
internal sealed class ListBook(NewsDb db)
{
    private readonly Dictionary<long, long?> around = [];
    private readonly Dictionary<string, long> topics = [], bylines = [];

    /// <summary>To be called before <see cref="Of"/>, for all articles that will be asked for.</summary>
    public async Task LearnAsync(IReadOnlyCollection<Revision> revisions, CancellationToken stop)
    {
        if (revisions.Any(r => !around.ContainsKey(r.SectionId)))
            foreach (var section in await db.Sections.AsNoTracking().Select(s => new { s.Id, s.ParentId }).ToListAsync(stop)) around[section.Id] = section.ParentId;
        List<string> newTopics = [.. revisions.SelectMany(r => r.Topics).Select(t => t.Slug).Distinct().Where(slug => !topics.ContainsKey(slug))];
        if (newTopics.Count > 0)
            foreach (var topic in await db.Topics.AsNoTracking().Where(t => newTopics.Contains(t.Slug)).Select(t => new { t.Slug, t.Id }).ToListAsync(stop)) topics[topic.Slug] = topic.Id;
        List<string> newBylines = [.. revisions.SelectMany(r => r.Credits).Select(c => c.Slug).OfType<string>().Distinct().Where(slug => !bylines.ContainsKey(slug))];
        if (newBylines.Count > 0)
            foreach (var byline in await db.Bylines.AsNoTracking().Where(b => newBylines.Contains(b.Slug)).Select(b => new { b.Slug, b.Id }).ToListAsync(stop)) bylines[byline.Slug] = byline.Id;
    }

    /// <summary>By name (<see cref="Names"/>). An article of a section stands in the lists of those around it too.</summary>
    public HashSet<string> Of(Article article, Revision revision)
    {
        HashSet<string> lists = [Names.Articles, Names.Month(article.PublishedAt!.Value)];
        for (long? at = article.SectionId; at is { } id; at = around[id]) lists.Add(Names.Section(id));
        foreach (var topic in revision.Topics) if (topics.TryGetValue(topic.Slug, out var id)) lists.Add(Names.Topic(id));
        foreach (var credit in revision.Credits) if (credit.Slug is { } slug && bylines.TryGetValue(slug, out var id)) lists.Add(Names.Byline(id));
        if (article.StoryId is { } story) lists.Add(Names.Story(story));
        return lists;
    }
}
