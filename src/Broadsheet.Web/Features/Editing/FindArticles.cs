using Broadsheet.Data;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Search;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>The writing page looks for published articles of the paper, to link to them or to name them under Read also.</summary>
public static class FindArticles
{
    private const int Most = 12;

    /// <param name="Address">Encoded, as a link holds it.</param>
    public sealed record Line(long Id, string Headline, string Address, DateTime Date);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/search", Handle).Needs(Right.Write);

    internal static async Task<IResult> Handle(string? q, NewsDb db, ReadingRoom room, CancellationToken stop)
    {
        var (ids, _) = await room.AskAsync(c => ArticleSearch.FindAsync(c, q ?? "", 0, Most, stop), Names.Words);
        var found = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, r.Headline, a.Path, a.PublishedAt }).ToListAsync(stop);
        return Results.Json(ids.Select(id => found.Single(f => f.Id == id)).Select(f => new Line(f.Id, f.Headline, Links.Encoded(f.Path), f.PublishedAt!.Value)));
    }
}
