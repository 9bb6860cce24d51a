using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Broadsheet.Domain.Readers;
using Broadsheet.Import.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>
/// Brings a newspaper over from an export of another engine. It reads the files twice: first what belongs together, then post by post, some at a time,
/// each batch committed as a whole. So it can be stopped at any moment and begun again, and what is there already is not brought twice.
/// </summary>
public sealed class MoveDesk(NewsDb db, PictureDesk desk, Seal seal, TimeProvider clock)
{
    /// <param name="Read">What reads the files.</param>
    /// <param name="Site">The old site's address, where the files do not say it; null: they do.</param>
    /// <param name="Media">A copy of the old site's folder of uploads; null: no pictures come over.</param>
    /// <param name="Redirects">Files as <see cref="RedirectList"/> reads them.</param>
    /// <param name="Language">BCP 47, for what does not say its own.</param>
    /// <param name="DryRun">Says what would become of everything, and writes nothing.</param>
    public sealed record Order(ReadExport Read, IReadOnlyList<string> Files, string? Site, string? Media, IReadOnlyList<string> Redirects, string Language, bool DryRun);

    private const string Kind = "article";
    private const int Batch = 50, TopPlaces = 8;

    /// <param name="progress">Told after each batch: how many of how many things have been read.</param>
    /// <exception cref="NotAnExport"/>
    /// <exception cref="IOException"/>
    /// <exception cref="Pictures.Stores.MediaStoreSilent"/>
    public async Task<MoveReport> BringAsync(Order order, Action<int, int> progress, CancellationToken stop)
    {
        var report = new MoveReport();
        var index = ExportIndex.Of(order.Read, order.Files, order.Site, report);
        var language = LanguageOf(index, order.Language);
        await using var all = order.DryRun ? await Write.AloneAsync(db, stop) : null;
        var addresses = new OldAddressBook(db, index.Site, stop);
        var names = new NameDesk(db, index, addresses, language, stop);
        var pictures = new OldPictures(order.Media, desk, report, order.DryRun);
        var move = new Running(order, report, index, addresses, names, pictures, new CopyDesk(index, names, pictures, report, language), new CommentDesk(db, seal, index.Site.Source, report, stop), language, []);

        await WriteAsync(order, names.EnterAllAsync, stop);
        var done = 0;
        foreach (var batch in Items(order).Chunk(Batch))
        {
            await BringBatchAsync(move, batch, stop);
            progress(done += batch.Length, index.Items);
        }
        foreach (var some in index.Attachments.Chunk(10 * Batch)) await WriteAsync(order, () => EnterAttachmentsAsync(move, some, stop), stop);
        await WriteAsync(order, () => FinishAsync(move, stop), stop);
        if (!order.DryRun) await Numbers.PassAsync(db, stop);
        return report;
    }

    /// <summary>What the parts of one move share.</summary>
    /// <param name="Sticky">Numbers of the articles that stood first on the old site's front.</param>
    private sealed record Running(
        Order Order, MoveReport Report, ExportIndex Index, OldAddressBook Addresses, NameDesk Names, OldPictures Pictures, CopyDesk Copies, CommentDesk Comments, string Language, List<long> Sticky)
    {
        /// <summary>By number, which piece has it.</summary>
        public Dictionary<long, string> Seen { get; } = [];
    }

    // Faults were told at the first reading.
    private static IEnumerable<Item> Items(Order order) => order.Files.SelectMany(file => order.Read(file, (_, _) => { })).OfType<Item>();

    private static string LanguageOf(ExportIndex index, string usual)
    {
        var told = index.Language.Split('-', '_')[0].ToLowerInvariant();
        return told.Length is 2 or 3 ? told : usual;
    }

    private async Task WriteAsync(Order order, Func<Task> work, CancellationToken stop)
    {
        if (order.DryRun)
        {
            await work();
            await db.SaveChangesAsync(stop);
        }
        else
        {
            await using var write = await Write.AloneAsync(db, stop);
            await work();
            await write.CommitAsync(clock.UtcNow(), stop);
        }
        db.ChangeTracker.Clear();
    }

    private async Task BringBatchAsync(Running move, Item[] batch, CancellationToken stop)
    {
        var pieces = batch.Where(item => IsPiece(item, move)).Select(item => Numbered(item, move)).OfType<Item>().ToList();
        // Before the lock: no other writer waits for a store that takes its time.
        foreach (var address in pieces.SelectMany(move.Copies.PicturesOf).Distinct()) await move.Pictures.FindAsync(address, clock.UtcNow(), stop);
        if (pieces.Count > 0) await WriteAsync(move.Order, async () => { foreach (var item in pieces) await BringAloneAsync(move, item, stop); }, stop);
    }

    // The context looks at all that it knows whenever it saves: it shall know one piece at a time.
    private async Task BringAloneAsync(Running move, Item item, CancellationToken stop)
    {
        await BringAsync(move, item, stop);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static bool IsPiece(Item item, Running move)
    {
        if (item.Type is not ("post" or "page")) move.Report.LeaveOut(item.Type is "attachment" or "wp_block" ? $"{item.Type}: used where a piece shows it" : $"{item.Type}: the paper has nothing like it");
        else if (item.Status is "auto-draft" or "inherit") move.Report.LeaveOut($"{item.Type}, {item.Status}: nobody wrote it");
        else return true;
        return false;
    }

    /// <summary>A number that came before is the first one's; the second piece gets another. The same piece twice is one.</summary>
    private static Item? Numbered(Item item, Running move)
    {
        var who = item.Guid + item.Link + item.Title;
        if (item.Id <= 0 || move.Seen.TryAdd(item.Id, who)) return item;
        if (move.Seen[item.Id] == who) move.Report.LeaveOut($"{item.Type}: came twice");
        else return item with { Id = 0 };
        return null;
    }

    private async Task BringAsync(Running move, Item item, CancellationToken stop)
    {
        var (source, key) = (move.Index.Site.Source, KeyOf(item));
        await move.Pictures.EnterAsync(db, move.Copies.PicturesOf(item), move.Addresses, stop);
        var copy = await move.Copies.CopyAsync(item);
        var digest = DigestOf(item, copy);
        var known = await db.Brought.FindAsync([source, Kind, key], stop);
        var article = known is null ? null : await db.Articles.SingleAsync(a => a.Id == known.NewId, stop);
        if (known?.Digest == digest) move.Report.Count("articles unchanged");
        else
        {
            article ??= await EnterAsync(move, item, copy, stop);
            await PutAsync(move, item, article, copy, stop);
            if (known is null) db.Brought.Add(new Brought(source, Kind, key, article.Id, digest));
            else known.Read(digest);
        }
        if (article!.RevisionId is null) foreach (var comment in item.Comments) move.Report.LeaveOut($"comment below a piece that was not public ({comment.Approved})");
        else await move.Comments.BringAsync(article, item, clock.UtcNow());
        if (item.Sticky && article.IsPublished) move.Sticky.Add(article.Id);
    }

    private async Task PutAsync(Running move, Item item, Article article, Copy copy, CancellationToken stop)
    {
        if (!item.IsPublic)
        {
            if (article.IsPublished) move.Report.Fault(item.At, $"{item} is no longer public in this export, and still is here: withdraw {article.Path} if it is to go");
            else await KeepAsync(move, item, article, copy, stop);
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
        await EnterAddressesAsync(move, item, article, stop);
    }

    private async Task KeepAsync(Running move, Item item, Article article, Copy copy, CancellationToken stop)
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

    private async Task<Article> EnterAsync(Running move, Item item, Copy copy, CancellationToken stop)
    {
        var path = await FreePathAsync(move, item, copy, stop);
        var number = item.Id > 0 && !await db.Articles.AnyAsync(a => a.Id == item.Id, stop) ? item.Id : (long?)null;
        return await Press.EnterAsync(db, path, copy.SectionId, copy.Language, stop, number, item.Guid.Length > 0 ? item.Guid : null);
    }

    /// <summary>The path that it had; where that cannot be, the one that the paper would give it.</summary>
    private async Task<string> FreePathAsync(Running move, Item item, Copy copy, CancellationToken stop)
    {
        if (item.IsPublic && move.Index.Site.PathOf(item.Link) is { } old && !old.Contains('?') && old != "/" && await IsFreeAsync(old, stop)) return old;
        var section = await db.Sections.SingleAsync(s => s.Id == copy.SectionId, stop);
        var slug = item.Slug.Length > 0 ? item.Slug : Slug.Of(copy.Headline, move.Language) is { Length: > 0 } made ? made : $"{item.Id}";
        var path = $"{section.Path}{slug}/";
        for (var next = 2; !await IsFreeAsync(path, stop); next++) path = $"{section.Path}{slug}-{next}/";
        return path;
    }

    private async Task<bool> IsFreeAsync(string path, CancellationToken stop) => !await db.Addresses.AnyAsync(a => a.Path == path, stop) && !await db.Sections.AnyAsync(s => s.Path == path, stop);

    private async Task EnterAddressesAsync(Running move, Item item, Article article, CancellationToken stop)
    {
        var here = Encoded(article.Path);
        if (item.Id > 0)
            foreach (var name in new[] { "p", "page_id" }) await move.Addresses.EnterQueryAsync(name, $"{item.Id}", here);
        // A number that was another one's too leads to that one.
        if (move.Index.Site.PathOf(item.Link) is { } old && old != article.Path && old != "/" && (item.Id > 0 || !old.Contains('?'))) await move.Addresses.EnterWholeAsync(old, here);
        var folder = article.Path[..(article.Path.TrimEnd('/').LastIndexOf('/') + 1)];
        foreach (var slug in item.Meta.Where(m => m.Key == "_wp_old_slug" && m.Value.Trim().Length > 0).Select(m => Uri.UnescapeDataString(m.Value.Trim()).Normalize()).Distinct())
            if ($"{folder}{slug}/" is var older && await IsFreeAsync(older, stop)) db.Addresses.Add(new Address(older, article.Id));
    }

    private async Task FinishAsync(Running move, CancellationToken stop)
    {
        foreach (var file in move.Order.Redirects) await EnterRedirectsAsync(move, file, stop);
        await PlaceAsync(move, stop);
    }

    /// <summary>An attachment's own page leads to the piece it was uploaded to, where readers may see that, and else to the picture itself.</summary>
    private async Task EnterAttachmentsAsync(Running move, KeyValuePair<long, ExportIndex.Attachment>[] attachments, CancellationToken stop)
    {
        foreach (var (id, attachment) in attachments)
        {
            if (await TargetAsync(move, attachment, stop) is not { } target) continue;
            await move.Addresses.EnterQueryAsync("attachment_id", $"{id}", target);
            if (attachment.Path is { } path && !path.Contains('?')) await move.Addresses.EnterWholeAsync(path, target);
        }
    }

    private async Task<string?> TargetAsync(Running move, ExportIndex.Attachment attachment, CancellationToken stop)
    {
        var parent = attachment.ParentId == 0 ? null : await db.Brought.AsNoTracking().Where(b => b.Source == move.Index.Site.Source && b.Kind == Kind && b.OldId == attachment.ParentId)
            .Join(db.Articles.Where(a => a.State == ArticleState.Published), b => b.NewId, a => a.Id, (_, a) => a.Path).FirstOrDefaultAsync(stop);
        return parent is not null ? Encoded(parent) : move.Pictures.Known(attachment.Url) is { Id: > 0 } picture ? PictureMarkup.Source(picture.Id, Prints.Widths[^1], picture.Width) : null;
    }

    private async Task EnterRedirectsAsync(Running move, string file, CancellationToken stop)
    {
        foreach (var (from, to) in RedirectList.Read(file, move.Report))
        {
            var target = move.Index.Site.Here(to);
            if (move.Index.Site.PathOf(from) is not { } path || path == "/" || !target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal)) move.Report.LeaveOut("redirect: to another site");
            else if (!await IsFreeAsync(path, stop)) move.Report.LeaveOut("redirect: of an address that has a piece of its own");
            else
            {
                await move.Addresses.EnterWholeAsync(path, target);
                move.Report.Count("redirects");
            }
        }
    }

    /// <summary>What stood first stands first, unless an editor has filled the places already.</summary>
    private async Task PlaceAsync(Running move, CancellationToken stop)
    {
        if (move.Sticky.Count == 0 || await db.Slots.AnyAsync(stop)) return;
        foreach (var (position, id) in move.Sticky.Take(TopPlaces).Index()) db.Slots.Add(new Slot(position + 1, id, clock.UtcNow(), null));
        db.Touch(Names.Front);
        for (var i = 0; i < move.Sticky.Count; i++) move.Report.Count("Top Stories filled");
    }

    // What has no number is known by its address.
    private static long KeyOf(Item item) =>
        item.Id > 0 ? item.Id : -1 - (BitConverter.ToInt64(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(item.Guid + item.Link + item.Title)), 0) & long.MaxValue >> 1);

    // Of what readers would see: a counter of views, or who opened the post last, is no change.
    private static string DigestOf(Item item, Copy copy) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { copy, item.Status, item.IsPublic, item.PublishedAt, item.CommentsOpen })));

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
