using Broadsheet.Data;
using Broadsheet.Domain.Articles;

namespace Broadsheet.Web.Features.Cards;

/// <summary>The articles of a section and of all sections below it.</summary>
public static class SectionArticles
{
    /// <param name="path">The section's, as "/sport/".</param>
    public static IQueryable<Article> Of(NewsDb db, string path)
    {
        var ids = db.Sections.Where(s => s.Path.StartsWith(path)).Select(s => s.Id);
        return db.Articles.Where(a => ids.Contains(a.SectionId));
    }
}
