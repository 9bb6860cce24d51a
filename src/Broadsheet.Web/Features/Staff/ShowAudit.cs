using Broadsheet.Data;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The record: who did what, newest first, of all or of one person or one article.</summary>
public static class ShowAudit
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/audit/", HandleAsync).Needs(Right.SeeAudit);

    /// <param name="before">Only entries with lower numbers: the page after.</param>
    internal static async Task<IResult> HandleAsync(string? person, string? article, string? before, NewsDb db, CancellationToken stop)
    {
        var (personId, articleId, beforeId) = (Number(person), Number(article), Number(before));
        var entries = await db.Audit.AsNoTracking()
            .Where(e => (personId == null || e.StaffId == personId) && (articleId == null || e.ArticleId == articleId) && (beforeId == null || e.Id < beforeId))
            .OrderByDescending(e => e.Id).Take(PerPage + 1)
            .GroupJoin(db.Articles, e => e.ArticleId, a => a.Id, (e, a) => new { Entry = e, Articles = a }).SelectMany(both => both.Articles.DefaultIfEmpty(), (both, a) => new { both.Entry, Path = a == null ? null : a.Path })
            .OrderByDescending(both => both.Entry.Id).ToListAsync(stop);
        var people = await db.Staff.AsNoTracking().OrderBy(m => m.Name).Select(m => new AuditPage.Person(m.Id, m.Name)).ToListAsync(stop);
        var lines = entries.Take(PerPage).Select(e => new AuditPage.Line(e.Entry.At, e.Entry.StaffName, e.Entry.Act, e.Entry.ArticleId, e.Path, e.Entry.Detail)).ToList();
        var older = entries.Count > PerPage ? entries[PerPage - 1].Entry.Id : (long?)null;
        return Newsroom.Page<AuditPage>("Record", new AuditPage.View(lines, people, personId, articleId, beforeId is not null, older));
    }

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;
}
