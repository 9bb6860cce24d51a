using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Library;

/// <summary>Where pictures stand.</summary>
public static class PictureUse
{
    /// <param name="IsLive">Readers see it there.</param>
    /// <param name="How">"lead", "body" or "front".</param>
    public sealed record Place(long ArticleId, string Headline, string How, bool IsLive);

    /// <summary>Of each picture the words with which an article leads with it; of several the newest.</summary>
    public static async Task<Dictionary<long, LeadPicture>> LeadsAsync(NewsDb db, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        // All at once: each question goes through the whole log.
        object[] likes = [.. ids.Select(LeadLike)];
        var leads = await db.Revisions.FromSqlRaw(LeadsStatement(likes.Length), likes).AsNoTracking().OrderBy(r => r.Id).Select(r => r.Picture!).ToListAsync(stop);
        return leads.GroupBy(lead => lead.PictureId).ToDictionary(uses => uses.Key, uses => uses.Last());
    }

    private static string LeadsStatement(int pictures) => "select * from revision where " + string.Join(" or ", Enumerable.Range(0, pictures).Select(at => $"picture like {{{at}}}"));

    // As the column holds it (JSON): the number is its first key.
    private static string LeadLike(long id) => $"%\"PictureId\":{id},%";

    /// <summary>All places of one picture: what readers see, what is in work, and the slots of the front.</summary>
    public static async Task<List<Place>> OfAsync(NewsDb db, long id, DateTime now, CancellationToken stop)
    {
        var (lead, body) = (LeadLike(id), $"%/media/{id}/%");
        var live = await db.Revisions.FromSqlInterpolated($"select * from revision where id in (select revision_id from article where state = 'Published') and (picture like {lead} or body like {body})").AsNoTracking().Select(r => new { r.ArticleId, r.Headline, r.Picture }).ToListAsync(stop);
        var work = await db.WorkingCopies.FromSqlInterpolated($"select * from working_copy where copy like {lead} or copy like {body}").AsNoTracking().ToListAsync(stop);
        var slots = await db.Slots.Where(s => s.PictureId == id && (s.EndsAt == null || s.EndsAt > now)).Select(s => s.ArticleId).ToListAsync(stop);
        return
        [
            .. live.Select(r => new Place(r.ArticleId, r.Headline, r.Picture?.PictureId == id ? "lead" : "body", true)),
            .. work.Select(w => new Place(w.ArticleId, w.Copy.Headline, w.Copy.Picture?.PictureId == id ? "lead" : "body", false)),
            .. slots.Select(article => new Place(article, "", "front", true)),
        ];
    }
}
