using System.Data.Common;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Cards;

/// <summary>Articles as lists show them. Whatever was asked for, only published ones come out.</summary>
public sealed class CardList(ReadingRoom room, PictureSizes sizes, Site site)
{
    private sealed record Row(
        long Id, string Path, string Headline, string? Kicker, string? Standfirst, string Language, IReadOnlyList<Credit> Credits, LeadPicture? Picture,
        long SectionId, DateTime Published, DateTime? Updated, int Replies);

    /// <summary>Newest first, one page of them.</summary>
    /// <param name="around">The language of the page that shows them.</param>
    /// <param name="list">As a page names it that hangs on it: "articles", "section:7".</param>
    /// <param name="without">Articles to be passed over.</param>
    public async Task<List<CardView>> NewestAsync(string list, int skip, int take, Language around, CancellationToken stop, IReadOnlyCollection<long>? without = null)
    {
        var more = take + (without?.Count ?? 0);
        var rows = await room.AskAsync(async db => NewestFirst(await OfList.AllAsync(db, stop, list, skip, more)).Where(r => without?.Contains(r.Id) != true).Take(take).ToList(), Cards, list);
        return await ViewsAsync(rows, around, stop);
    }

    /// <summary>Those published from the first moment until before the end, UTC; newest first, one page of them.</summary>
    public async Task<List<CardView>> OfDaysAsync(DateTime first, DateTime end, int skip, int take, Language around, CancellationToken stop)
    {
        var rows = await room.AskAsync(db => OfDays.AllAsync(db, stop, Names.Articles, skip, take, first, end), Cards, Months(first, end));
        return await ViewsAsync([.. NewestFirst(rows)], around, stop);
    }

    private static IEnumerable<string> Months(DateTime first, DateTime end)
    {
        for (var month = new DateTime(first.Year, first.Month, 1); month < end; month = month.Year == 9999 && month.Month == 12 ? DateTime.MaxValue : month.AddMonths(1)) yield return Names.Month(month);
    }

    /// <summary>In the order of <paramref name="ids"/>; those that readers may not see are left out.</summary>
    public async Task<List<CardView>> OfAsync(IReadOnlyList<long> ids, Language around, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = await room.AskAsync(db => OfIds.AllAsync(db, stop, ids.ToArray()), ids.Select(Names.Card));
        var cards = (await ViewsAsync(rows, around, stop)).ToDictionary(c => c.Id);
        return [.. ids.Distinct().Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>As <see cref="OfAsync"/>, with the headlines and pictures that the front has of its own.</summary>
    public async Task<List<CardView>> OnFrontAsync(IReadOnlyList<long> ids, IReadOnlyList<Slot> slots, Language around, CancellationToken stop)
    {
        var own = slots.Where(s => s.Headline is not null || s.PictureId is not null).GroupBy(s => s.ArticleId).ToDictionary(g => g.Key, g => g.Last());
        var cards = await OfAsync(ids, around, stop);
        var known = await sizes.OfAsync(own.Values.Select(s => s.PictureId).OfType<long>(), room, stop);
        return [.. cards.Select(card => own.TryGetValue(card.Id, out var slot)
            ? card with { Headline = slot.Headline ?? card.Headline, Picture = slot.PictureId is { } id ? Picture(new LeadPicture(id, card.Picture?.Alt ?? card.Headline, null, null), known) : card.Picture } : card)];
    }

    /// <returns>Null when there is none.</returns>
    public async Task<PictureView?> PictureAsync(LeadPicture? lead, CancellationToken stop) => lead is null ? null : Picture(lead, await sizes.OfAsync([lead.PictureId], room, stop));

    private static PictureView? Picture(LeadPicture? lead, Dictionary<long, PictureSizes.Size> sizes) =>
        lead is null || !sizes.TryGetValue(lead.PictureId, out var size) ? null : new PictureView(
            PictureMarkup.Source(lead.PictureId, 800, size.Width), PictureMarkup.Sources(lead.PictureId, size.Width), size.Width, size.Height,
            lead.Alt, lead.Caption, lead.Credit, lead.Focus, FocusClass(lead.Focus), PictureMarkup.Social(lead.PictureId));

    private const string Columns = "a.id, a.path, r.headline, r.kicker, r.standfirst, r.language, r.credits, r.picture, a.section_id, a.published_at, a.updated_at, a.replies";

    private static readonly Question<Row>
        OfList = Listed("list = @p0"),
        OfDays = Listed("list = @p0 and published_at >= @p3 and published_at < @p4"),
        OfIds = new($"select {Columns} from article a join revision r on r.id = a.revision_id where a.id in @p0 and a.state = 'Published'", Read);

    private static Question<Row> Listed(string which) => new($"""
        select {Columns} from (select article_id from listed where {which} order by published_at desc, article_id desc limit @p2 offset @p1) l
        join article a on a.id = l.article_id join revision r on r.id = a.revision_id where a.state = 'Published'
        """, Read);

    private static Row Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.GetString(5), row.Json<List<Credit>>(6), row.JsonOrNull<LeadPicture>(7),
        row.GetInt64(8), row.Time(9), row.TimeOrNull(10), row.GetInt32(11));

    // Sorted once more, because a join may hand the rows over in any order.
    private static IEnumerable<Row> NewestFirst(List<Row> rows) => rows.OrderByDescending(r => r.Published).ThenByDescending(r => r.Id);

    private static IEnumerable<string> Cards(List<Row> rows) => rows.Count == 0 ? [Names.NoCard] : rows.Select(r => Names.Card(r.Id));

    private async Task<List<CardView>> ViewsAsync(List<Row> rows, Language around, CancellationToken stop)
    {
        var sections = await SectionTree.OfAsync(room, stop);
        var known = await sizes.OfAsync(rows.Select(r => r.Picture?.PictureId).OfType<long>(), room, stop);
        return [.. rows.Select(r => View(r, sections[r.SectionId], Picture(r.Picture, known), around))];
    }

    private CardView View(Row r, SectionView section, PictureView? picture, Language around) => new(
        r.Id, r.Headline, Links.Encoded(r.Path), r.Kicker, r.Standfirst, section,
        [.. r.Credits.Select(c => new BylineView(c.Name, c.Slug is null ? null : Links.Author(c.Slug)))],
        around.Moment(r.Published), site.IsToday(r.Published, room.Sources), r.Updated is { } updated ? around.Moment(updated) : null, site.IsToday(r.Updated, room.Sources), picture, r.Replies,
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
