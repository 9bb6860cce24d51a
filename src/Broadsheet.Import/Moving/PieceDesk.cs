using System.Globalization;
using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Brings posts and pages over: before the readers those that were public, out of their sight all others. To be used while holding the write lock.</summary>
internal sealed class PieceDesk(NewsDb db, Move move, Rows rows, Numbers numbers, CancellationToken stop)
{
    // In characters: PostgreSQL finds nothing again that is much longer.
    private const int LongestPath = 800;

    private readonly PrintRun press = new(db, rows);

    /// <summary>Publishes the pieces or keeps them from readers, as they were, unless they are there as they are; and their comments.</summary>
    public async Task BringAsync(IReadOnlyCollection<Galley> galleys, DateTime now)
    {
        var keys = galleys.Select(g => g.Key).ToList();
        var known = await db.Brought.Where(b => b.Source == move.Index.Site.Source && b.Kind == Brought.Article && keys.Contains(b.OldId)).ToDictionaryAsync(b => b.OldId, stop);
        var articles = await EnterAsync([.. galleys.Where(g => !known.ContainsKey(g.Key))], now);
        foreach (var galley in galleys.Where(g => known.ContainsKey(g.Key))) articles[galley.Key] = await RenewAsync(galley, known[galley.Key], now);
        foreach (var galley in galleys.Where(g => g.Item.Sticky && articles[g.Key].IsPublished)) move.Sticky.Add(articles[galley.Key].Id);
        await BringCommentsAsync([.. galleys.Select(g => (articles[g.Key], g))], now);
    }

    private async Task BringCommentsAsync(List<(Article Article, Galley Galley)> pieces, DateTime now)
    {
        foreach (var reply in pieces.Where(p => p.Article.RevisionId is null).SelectMany(p => p.Galley.Replies)) move.Report.LeaveOut($"comment below a piece that was not public ({reply.From.Approved})");
        await move.Comments.BringAsync([.. pieces.Where(p => p.Article.RevisionId is not null)], now);
    }

    /// <summary>Those that come for the first time, all at once.</summary>
    /// <returns>By key.</returns>
    private async Task<Dictionary<long, Article>> EnterAsync(List<Galley> galleys, DateTime now)
    {
        var (paths, given) = (await PathsAsync(galleys), await numbers.KeepAsync("article", db.Articles.Select(a => a.Id), galleys.ToDictionary(g => g.Key, g => g.Item.Id), stop));
        var pieces = galleys.Select(g => new PrintRun.Piece(given[g.Key], paths[g.Key], g.Item.Guid.Length > 0 ? g.Item.Guid : null, g.Copy, g.Item.IsPublic ? PublicationOf(g, g.Item.PublishedAt ?? now) : null));
        var articles = await press.PutAsync([.. pieces], now, stop);
        var entered = galleys.Zip(articles).ToDictionary(pair => pair.First.Key, pair => pair.Second);
        await rows.PutAsync([.. galleys.Select(g => new Brought(move.Index.Site.Source, Brought.Article, g.Key, entered[g.Key].Id, g.Digest, entered[g.Key].RevisionNumber))], stop);
        await rows.PutAsync([.. galleys.Where(g => !g.Item.IsPublic).Select(g => new WorkingCopy(entered[g.Key].Id, StateOf(g.Item, now), g.Item.PublishedAt, now, g.Copy))], stop);
        foreach (var galley in galleys)
            if (galley.Item.IsPublic) await TellPublishedAsync(galley.Item, entered[galley.Key]);
            else TellKept(galley.Item, entered[galley.Key]);
        return entered;
    }

    /// <summary>One that is there, and may have changed since.</summary>
    private async Task<Article> RenewAsync(Galley galley, Brought known, DateTime now)
    {
        var article = await db.Articles.SingleAsync(a => a.Id == known.NewId, stop);
        if (known.Digest == galley.Digest) move.Report.Count("articles unchanged");
        else if (article.State == ArticleState.Withdrawn) move.Report.Remark(galley.Item.At, $"{galley.Item} changed in the export; it was withdrawn here, and stays withdrawn");
        else if (known.Revision > 0 && known.Revision != article.RevisionNumber) move.Report.Remark(galley.Item.At, $"{galley.Item} changed in the export, and was edited here since; it is left as it is");
        else if (await PutAsync(galley, article, now))
        {
            known.Read(galley.Digest, article.RevisionNumber);
            await db.SaveChangesAsync(stop);
        }
        return article;
    }

    // False when nothing was put: it is told again the next time.
    private async Task<bool> PutAsync(Galley galley, Article article, DateTime now)
    {
        var (item, copy) = (galley.Item, galley.Copy);
        if (!item.IsPublic)
        {
            if (article.IsPublished) move.Report.Fault(item.At, $"{item} is no longer public in this export, and still is here: withdraw {article.Path} if it is to go");
            else await KeepAsync(item, article, copy, now);
            return !article.IsPublished;
        }
        var published = await Press.PublishAsync(db, article, article.Path, copy, PublicationOf(galley, item.PublishedAt ?? article.PublishedAt ?? now), now, stop);
        if (published.Refused is { } refusal)
        {
            move.Report.Fault(item.At, $"{item}: {refusal}");
            return false;
        }
        if (await db.WorkingCopies.FindAsync([article.Id], stop) is { } draft) db.WorkingCopies.Remove(draft);
        await TellPublishedAsync(item, article);
        return true;
    }

    private async Task KeepAsync(Item item, Article article, Copy copy, DateTime now)
    {
        if (await db.WorkingCopies.FindAsync([article.Id], stop) is { } kept) kept.Bring(StateOf(item, now), item.PublishedAt, now, copy);
        else db.WorkingCopies.Add(new WorkingCopy(article.Id, StateOf(item, now), item.PublishedAt, now, copy));
        TellKept(item, article);
    }

    private static Publication PublicationOf(Galley galley, DateTime dated) => new(dated, CommentsOpen: galley.Item.CommentsOpen, Corrections: galley.Notices);

    private async Task TellPublishedAsync(Item item, Article article)
    {
        move.Report.Count(article.RevisionNumber == 1 ? $"{item.Type}s published" : $"{item.Type}s changed");
        await EnterAddressesAsync(item, article);
    }

    private void TellKept(Item item, Article article)
    {
        db.Touch(Names.Article(article.Id));
        move.Report.Count($"{item.Type}s kept from readers ({OldWordOf(item)})");
    }

    // The report speaks as the old site does.
    private static string OldWordOf(Item item) => item.Status is "future" ? "scheduled" : item.Status is "pending" ? item.Status : StateOf(item, DateTime.MinValue).ToString().ToLowerInvariant();

    // An unknown state is nobody's permission to show it.
    private static WorkingState StateOf(Item item, DateTime now) => item.Status switch
    {
        "publish" => WorkingState.Protected,
        // It goes out at its time. Whose time passed before it came over waits for somebody to look: on the old site it had not gone out.
        "future" => item.PublishedAt > now ? WorkingState.Scheduled : WorkingState.Draft,
        "pending" => WorkingState.InReview,
        "private" => WorkingState.Private,
        "trash" => WorkingState.Trashed,
        _ => WorkingState.Draft,
    };

    /// <summary>The path that it had; where that cannot be, one that the paper would give it.</summary>
    private async Task<Dictionary<long, string>> PathsAsync(List<Galley> galleys)
    {
        var wanted = galleys.ToDictionary(g => g.Key, g => OldPathOf(g.Item) ?? MadePathOf(g));
        var taken = await move.Addresses.TakenAsync([.. wanted.Values]);
        foreach (var galley in galleys)
            if (OldPathOf(galley.Item) is null && move.Index.HasPath(wanted[galley.Key]) || !taken.Add(wanted[galley.Key])) taken.Add(wanted[galley.Key] = await FreePathAsync(galley, taken));
        return wanted;
    }

    private string? OldPathOf(Item item) => item.IsPublic && move.Index.Site.PathOf(item.Link) is { } old && !old.Contains('?') && old is not "/" && !Reserved.Holds(old) && old.Length <= LongestPath ? old : null;

    private string MadePathOf(Galley galley) => $"{move.Names.PathOf(galley.Copy.SectionId)}{SlugOf(galley)}/";

    private async Task<string> FreePathAsync(Galley galley, HashSet<string> taken)
    {
        var path = MadePathOf(galley);
        for (var next = 2; taken.Contains(path) || move.Index.HasPath(path) || !await move.Addresses.IsFreeAsync(path); next++) path = $"{move.Names.PathOf(galley.Copy.SectionId)}{SlugOf(galley)}-{next}/";
        return path;
    }

    private string SlugOf(Galley galley) =>
        galley.Item.Slug.Length > 0 ? galley.Item.Slug : Slug.Of(galley.Copy.Headline, move.Language) is { Length: > 0 } made ? made : Math.Abs(galley.Key).ToString(CultureInfo.InvariantCulture);

    private async Task EnterAddressesAsync(Item item, Article article)
    {
        var here = AddressText.Encoded(article.Path);
        if (item.Id > 0)
            foreach (var name in new[] { "p", "page_id" }) move.Addresses.EnterQuery(name, $"{item.Id}", here);
        // A number that was another one's too leads to that one.
        if (move.Index.Site.PathOf(item.Link) is { } old && old != article.Path && old != "/" && (item.Id > 0 || !old.Contains('?')))
            if (Reserved.Holds(old)) move.Report.Remark(item.At, $"{item} stood at {old}, where the paper has a page of its own; it is at {article.Path} now");
            else move.Addresses.EnterWhole(old, here);
        var folder = article.Path[..(article.Path.TrimEnd('/').LastIndexOf('/') + 1)];
        foreach (var slug in item.Meta.Where(m => m.Key == "_wp_old_slug" && m.Value.Trim().Length > 0).Select(m => PlainText.Whole(Uri.UnescapeDataString(m.Value.Trim())).Normalize()).Distinct())
            if ($"{folder}{slug}/" is var older && !move.Index.HasPath(older) && await move.Addresses.IsFreeAsync(older))
            {
                db.Addresses.Add(new Address(older, article.Id));
                await db.SaveChangesAsync(stop);
            }
    }
}
