using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Desk;

/// <summary>An article as the desk has it before it, to be published again with something changed.</summary>
/// <param name="DatedAt">UTC; null for a new one.</param>
/// <param name="Section">Its path, as "/sport/rowing/".</param>
/// <param name="Formerly">The address it leaves, or null.</param>
/// <param name="UpdateNote">What changed, where that is material; or null.</param>
public sealed record Piece(
    long Id, DateTime? DatedAt, string Headline, string Section, string Slug, IReadOnlyList<string> Bylines, IReadOnlyList<string> Topics, string? Story,
    string Text, string? Formerly = null, string? UpdateNote = null)
{
    public string Path => $"{Section}{Slug}/";

    public static async Task<Piece> OfAsync(NewsDb db, long id, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().SingleAsync(a => a.Id == id, stop);
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == article.RevisionId, stop);
        var section = await db.Sections.AsNoTracking().SingleAsync(s => s.Id == article.SectionId, stop);
        var story = await db.Stories.Where(s => s.Id == article.StoryId).Select(s => s.Name).SingleOrDefaultAsync(stop);
        return Of(article, revision, section, story);
    }

    /// <summary>A manuscript that says all of it.</summary>
    public string Manuscript()
    {
        List<string> lines = ["---", $"headline: \"{Headline}\"", $"section: {Section.Trim('/')}", $"slug: {Slug}", $"byline: [{string.Join(", ", Bylines)}]", $"topics: [{string.Join(", ", Topics)}]"];
        if (DatedAt is { } dated) lines.Add($"date: {dated:yyyy-MM-ddTHH:mm:ss.fffZ}");
        if (Story is not null) lines.Add($"story: \"{Story}\"");
        if (Formerly is not null) lines.Add($"formerly: {Formerly}");
        if (UpdateNote is not null) lines.AddRange([$"updated: {DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}", $"updateNote: {UpdateNote}"]);
        return string.Join('\n', [.. lines, "---", Text, ""]);
    }

    private static Piece Of(Article a, Revision r, Section s, string? story) =>
        new(a.Id, a.PublishedAt, r.Headline, s.Path, a.Path.Trim('/').Split('/')[^1], [.. r.Credits.Select(c => c.Name)], [.. r.Topics.Select(t => t.Name)], story, r.Body);
}
