using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Cards;

/// <summary>Articles as lists show them. Whatever was asked for, only published ones come out.</summary>
public sealed class CardList(NewsDb db, Site site)
{
    private sealed record Row(
        long Id, string Path, string Headline, string? Kicker, string? Standfirst, string Language, IReadOnlyList<Credit> Credits, LeadPicture? Picture,
        int? Width, int? Height, string SectionName, string SectionSlug, string SectionPath, DateTime Published, DateTime? Updated, int Replies);

    /// <summary>Newest first, one page of them.</summary>
    /// <param name="around">The language of the page that shows them.</param>
    public async Task<List<CardView>> NewestAsync(IQueryable<Article> articles, int skip, int take, Language around, CancellationToken stop) =>
        // Sorted once more, because a join may hand the rows over in any order.
        Views([.. (await Rows(Newest(articles).Skip(skip).Take(take)).ToListAsync(stop)).OrderByDescending(r => r.Published).ThenByDescending(r => r.Id)], around);

    private static IQueryable<Article> Newest(IQueryable<Article> articles) =>
        articles.Where(a => a.State == ArticleState.Published).OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

    /// <summary>In the order of <paramref name="ids"/>; those that readers may not see are left out.</summary>
    public async Task<List<CardView>> OfAsync(IReadOnlyList<long> ids, Language around, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var cards = Views(await Rows(db.Articles.Where(a => ids.Contains(a.Id))).ToListAsync(stop), around).ToDictionary(c => c.Id);
        return [.. ids.Distinct().Where(cards.ContainsKey).Select(id => cards[id])];
    }

    public static PictureView? Picture(LeadPicture? lead, int? width, int? height) =>
        lead is null || width is null || height is null ? null : new PictureView(
            PictureMarkup.Source(lead.PictureId, 800, width.Value), PictureMarkup.Sources(lead.PictureId, width.Value), width.Value, height.Value,
            lead.Alt, lead.Caption, lead.Credit, lead.Focus, FocusClass(lead.Focus), PictureMarkup.Social(lead.PictureId));

    private IQueryable<Row> Rows(IQueryable<Article> articles) =>
        from a in articles
        where a.State == ArticleState.Published
        join r in db.Revisions on a.RevisionId equals r.Id
        join s in db.Sections on a.SectionId equals s.Id
        select new Row(
            a.Id, a.Path, r.Headline, r.Kicker, r.Standfirst, r.Language, r.Credits, r.Picture, null, null,
            s.Name, s.Slug, s.Path, a.PublishedAt!.Value, a.UpdatedAt, db.Comments.Count(c => c.ArticleId == a.Id && c.State == CommentState.Visible));

    private List<CardView> Views(List<Row> rows, Language around)
    {
        var ids = rows.Select(r => r.Picture?.PictureId).OfType<long>().Distinct().ToList();
        var sizes = db.Pictures.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Width, p.Height }).ToDictionary(p => p.Id);
        return [.. rows.Select(r => View(r.Picture is { } p && sizes.TryGetValue(p.PictureId, out var size) ? r with { Width = size.Width, Height = size.Height } : r, around))];
    }

    private CardView View(Row r, Language around) => new(
        r.Id, r.Headline, Links.Encoded(r.Path), r.Kicker, r.Standfirst, new SectionView(r.SectionName, r.SectionSlug, Links.Encoded(r.SectionPath), []),
        [.. r.Credits.Select(c => new BylineView(c.Name, c.Slug is null ? null : Links.Author(c.Slug)))],
        around.Moment(r.Published), r.Updated is { } updated ? around.Moment(updated) : null, Picture(r.Picture, r.Width, r.Height), r.Replies,
        r.Language, site.Languages.In(r.Language).Direction, r.Language == around.Tag);

    private static string FocusClass(string focus)
    {
        var points = focus.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] sides = [Side(points.ElementAtOrDefault(1), "top", "bottom"), Side(points.ElementAtOrDefault(0), "left", "right")];
        return string.Join('-', sides.Where(s => s.Length > 0).Prepend("focus"));
    }

    private static string Side(string? percent, string near, string far) =>
        int.TryParse(percent, out var value) ? value < 35 ? near : value > 65 ? far : "" : "";
}
