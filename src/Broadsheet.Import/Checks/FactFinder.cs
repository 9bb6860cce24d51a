using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Checks;

/// <summary>Asks the database for what the checks have to know beside the copy.</summary>
public static class FactFinder
{
    // Pages of these are not of one article or section, or not the database's to know.
    private static readonly HashSet<string> Others = ["search", "feed", "media", "theme", "newsroom", "api", "comments", "sitemaps", "sitemap.xml", "news-sitemap.xml", "robots.txt", "favicon.ico"];

    /// <param name="date">The day that the piece will carry, in the paper's zone.</param>
    public static async Task<CheckFacts> AskAsync(NewsDb db, Copy copy, DateOnly? date, CancellationToken stop)
    {
        var body = BodyReader.Read(copy.Body);
        HashSet<string> dead = [];
        foreach (var path in body.Links.Select(l => Domain.Checks.Publishing.Links.PathOf(l.Address.Trim())).OfType<string>().Distinct())
            if (!await LeadsAsync(db, path.Normalize(), stop)) dead.Add(path);
        List<long> ids = [.. body.Pictures.Select(p => Domain.Checks.Publishing.PageWeight.NumberOf(p.Source)).OfType<long>(), .. copy.Picture is { } lead ? [lead.PictureId] : Array.Empty<long>()];
        var sizes = await db.Pictures.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => (p.Width, p.Height), stop);
        return new(date, dead, sizes, await db.Sections.AnyAsync(s => s.Id == copy.SectionId, stop));
    }

    private static async Task<bool> LeadsAsync(NewsDb db, string path, CancellationToken stop)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || Others.Contains(parts[0]) || parts[0].All(char.IsAsciiDigit)) return true;
        if (parts.Length == 2 && parts[0] == "topics") return await db.Topics.AnyAsync(t => t.Slug == parts[1], stop);
        if (parts.Length == 2 && parts[0] == "authors") return await db.Bylines.AnyAsync(b => b.Slug == parts[1], stop);
        if (parts.Length == 2 && parts[0] == "stories") return await db.Stories.AnyAsync(s => s.Slug == parts[1], stop);
        string[] forms = [path, path + "/", path.TrimEnd('/'), .. path.EndsWith("/feed/", StringComparison.Ordinal) || path.EndsWith("/text/", StringComparison.Ordinal) ? [path[..^5]] : Array.Empty<string>()];
        if (await db.Addresses.Where(a => forms.Contains(a.Path)).Join(db.Articles, a => a.ArticleId, a => a.Id, (_, a) => a.State).AnyAsync(s => s == ArticleState.Published, stop)) return true;
        if (await db.Sections.AnyAsync(s => forms.Contains(s.Path), stop) || await db.OldAddresses.AnyAsync(a => forms.Contains(a.Path), stop)) return true;
        return (await db.OldPatterns.AsNoTracking().ToListAsync(stop)).Exists(p => p.Lead(path, "") is not null);
    }
}
