using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Brings posts and pages over, one at a time: before the readers those that were public, out of their sight all others. To be used while holding the write lock.</summary>
internal sealed class PieceDesk(NewsDb db, Move move, TimeProvider clock, CancellationToken stop)
{
    // By number, which piece has it.
    private readonly Dictionary<long, string> seen = [];

    /// <summary>Null for what is no piece of a newspaper, or has come before.</summary>
    public Item? Accept(Item item) => IsPiece(item) ? Numbered(item) : null;

    /// <summary>Publishes the piece or keeps it from readers, as it was, unless it is there as it is; and its comments.</summary>
    public async Task BringAsync(Item item)
    {
        var (source, key) = (move.Index.Site.Source, KeyOf(item));
        await move.Pictures.EnterAsync(db, move.Copies.PicturesOf(item), move.Addresses, stop);
        var copy = await move.Copies.CopyAsync(item);
        var digest = DigestOf(item, copy);
        var known = await db.Brought.FindAsync([source, Brought.Article, key], stop);
        var article = known is null ? null : await db.Articles.SingleAsync(a => a.Id == known.NewId, stop);
        if (known?.Digest == digest) move.Report.Count("articles unchanged");
        else
        {
            article ??= await EnterAsync(item, copy);
            await PutAsync(item, article, copy);
            if (known is null) db.Brought.Add(new Brought(source, Brought.Article, key, article.Id, digest));
            else known.Read(digest);
        }
        if (article!.RevisionId is null) foreach (var comment in item.Comments) move.Report.LeaveOut($"comment below a piece that was not public ({comment.Approved})");
        else await move.Comments.BringAsync(article, item, clock.UtcNow());
        if (item.Sticky && article.IsPublished) move.Sticky.Add(article.Id);
    }

    private async Task PutAsync(Item item, Article article, Copy copy)
    {
        if (!item.IsPublic)
        {
            if (article.IsPublished) move.Report.Fault(item.At, $"{item} is no longer public in this export, and still is here: withdraw {article.Path} if it is to go");
            else await KeepAsync(item, article, copy);
            return;
        }
        var dated = item.PublishedAt ?? article.PublishedAt ?? clock.UtcNow();
        var publication = new Publication(dated, CommentsOpen: item.CommentsOpen);
        var published = await Press.PublishAsync(db, article, article.Path, copy, publication, clock.UtcNow(), stop);
        if (published.Refused is { } refusal)
        {
            move.Report.Fault(item.At, $"{item}: {refusal}");
            return;
        }
        if (await db.WorkingCopies.FindAsync([article.Id], stop) is { } draft) db.WorkingCopies.Remove(draft);
        move.Report.Count(article.RevisionNumber == 1 ? $"{item.Type}s published" : $"{item.Type}s changed");
        await EnterAddressesAsync(item, article);
    }

    private async Task KeepAsync(Item item, Article article, Copy copy)
    {
        var state = StateOf(item);
        if (await db.WorkingCopies.FindAsync([article.Id], stop) is { } kept) kept.Save(state, item.PublishedAt, clock.UtcNow(), copy);
        else db.WorkingCopies.Add(new WorkingCopy(article.Id, state, item.PublishedAt, clock.UtcNow(), copy));
        db.Touch(Names.Article(article.Id));
        move.Report.Count($"{item.Type}s kept from readers ({state.ToString().ToLowerInvariant()})");
    }

    // An unknown state is nobody's permission to show it.
    private static WorkingState StateOf(Item item) => item.Status switch
    {
        "publish" => WorkingState.Protected,
        "future" => WorkingState.Scheduled,
        "pending" => WorkingState.Pending,
        "private" => WorkingState.Private,
        "trash" => WorkingState.Trashed,
        _ => WorkingState.Draft,
    };

    private async Task<Article> EnterAsync(Item item, Copy copy)
    {
        var path = await FreePathAsync(item, copy);
        var number = item.Id > 0 && !await db.Articles.AnyAsync(a => a.Id == item.Id, stop) ? item.Id : (long?)null;
        return await Press.EnterAsync(db, path, copy.SectionId, copy.Language, stop, number, item.Guid.Length > 0 ? item.Guid : null);
    }

    /// <summary>The path that it had; where that cannot be, the one that the paper would give it.</summary>
    private async Task<string> FreePathAsync(Item item, Copy copy)
    {
        if (item.IsPublic && move.Index.Site.PathOf(item.Link) is { } old && !old.Contains('?') && old != "/" && await move.Addresses.IsFreeAsync(old)) return old;
        var section = await db.Sections.SingleAsync(s => s.Id == copy.SectionId, stop);
        var slug = item.Slug.Length > 0 ? item.Slug : Slug.Of(copy.Headline, move.Language) is { Length: > 0 } made ? made : $"{item.Id}";
        var path = $"{section.Path}{slug}/";
        for (var next = 2; !await move.Addresses.IsFreeAsync(path); next++) path = $"{section.Path}{slug}-{next}/";
        return path;
    }

    private async Task EnterAddressesAsync(Item item, Article article)
    {
        var here = AddressText.Encoded(article.Path);
        if (item.Id > 0)
            foreach (var name in new[] { "p", "page_id" }) await move.Addresses.EnterQueryAsync(name, $"{item.Id}", here);
        // A number that was another one's too leads to that one.
        if (move.Index.Site.PathOf(item.Link) is { } old && old != article.Path && old != "/" && (item.Id > 0 || !old.Contains('?'))) await move.Addresses.EnterWholeAsync(old, here);
        var folder = article.Path[..(article.Path.TrimEnd('/').LastIndexOf('/') + 1)];
        foreach (var slug in item.Meta.Where(m => m.Key == "_wp_old_slug" && m.Value.Trim().Length > 0).Select(m => Uri.UnescapeDataString(m.Value.Trim()).Normalize()).Distinct())
            if ($"{folder}{slug}/" is var older && await move.Addresses.IsFreeAsync(older)) db.Addresses.Add(new Address(older, article.Id));
    }

    private bool IsPiece(Item item)
    {
        if (item.Type is not ("post" or "page")) move.Report.LeaveOut(item.Type is "attachment" or "wp_block" ? $"{item.Type}: used where a piece shows it" : $"{item.Type}: the paper has nothing like it");
        else if (item.Status is "auto-draft" or "inherit") move.Report.LeaveOut($"{item.Type}, {item.Status}: nobody wrote it");
        else return true;
        return false;
    }

    /// <summary>A number that came before is the first one's; the second piece gets another. The same piece twice is one.</summary>
    private Item? Numbered(Item item)
    {
        var who = WhoIs(item);
        if (item.Id <= 0 || seen.TryAdd(item.Id, who)) return item;
        if (seen[item.Id] == who) move.Report.LeaveOut($"{item.Type}: came twice");
        else return item with { Id = 0 };
        return null;
    }

    private static string WhoIs(Item item) => item.Guid + item.Link + item.Title;

    // What has no number is known by its address.
    private static long KeyOf(Item item) =>
        item.Id > 0 ? item.Id : -1 - (BitConverter.ToInt64(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(WhoIs(item))), 0) & long.MaxValue >> 1);

    // Of what readers would see: a counter of views, or who opened the post last, is no change.
    private static string DigestOf(Item item, Copy copy) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { copy, item.Status, item.IsPublic, item.PublishedAt, item.CommentsOpen })));
}
