using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Library;

/// <summary>The paper's pictures, newest first, found by the name of their file or by the words that stand with them.</summary>
public static class ShowLibrary
{
    private const int PerPage = 48;

    /// <param name="Alt">As the article has it that showed the picture last as its lead; null: none did.</param>
    public sealed record Line(long Id, string Src, string Name, int Width, int Height, string? Alt, string? Caption, string? Credit);

    public sealed record View(IReadOnlyList<Line> Pictures, string? Query, int Page, bool More, string? Refused);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/media/", Handle).Needs(Right.AddMedia);

    /// <param name="format">"json" for the writing page, which asks for one page of them.</param>
    internal static async Task<IResult> Handle(string? q, int? page, string? format, NewsDb db, CancellationToken stop) =>
        format == "json" ? Results.Json((await FindAsync(q, 1, db, stop)).Take(PerPage)) : await PageAsync(q, Math.Clamp(page ?? 1, 1, 100_000), db, null, stop);

    internal static async Task<IResult> PageAsync(string? q, int page, NewsDb db, Refusal? refused, CancellationToken stop)
    {
        var found = await FindAsync(q, page, db, stop);
        return Newsroom.Page<LibraryPage>("Media", new View([.. found.Take(PerPage)], q, page, found.Count > PerPage, refused?.ToString()), refused?.Status() ?? 200);
    }

    /// <returns>One more than a page holds, where there are more.</returns>
    private static async Task<List<Line>> FindAsync(string? q, int page, NewsDb db, CancellationToken stop)
    {
        var pictures = db.Pictures.AsNoTracking();
        if (q?.Trim() is { Length: > 0 } words)
        {
            var wanted = words.ToLowerInvariant();
            var described = await db.Revisions.FromSqlInterpolated($"select * from revision where id in (select revision_id from article) and lower(picture) like {"%" + wanted.Replace("%", "").Replace("_", "\\_") + "%"} escape '\\'").AsNoTracking().Take(1_000).Select(r => r.Picture!).ToListAsync(stop);
            var ids = described.Select(p => p.PictureId).ToHashSet();
            pictures = pictures.Where(p => p.Name.ToLower().Contains(wanted) || ids.Contains(p.Id));
        }
        var rows = await pictures.OrderByDescending(p => p.Id).Skip((page - 1) * PerPage).Take(PerPage + 1).ToListAsync(stop);
        var uses = await PictureUse.LeadsAsync(db, [.. rows.Select(p => p.Id)], stop);
        return [.. rows.Select(p =>
        {
            var use = uses.GetValueOrDefault(p.Id);
            return new Line(p.Id, PictureMarkup.Source(p.Id, 400, p.Width), p.Name, p.Width, p.Height, use?.Alt, use?.Caption, use?.Credit);
        })];
    }
}
