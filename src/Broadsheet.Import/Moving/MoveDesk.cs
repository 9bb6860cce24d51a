using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
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
        var move = new Move(report, index, addresses, pictures, new CopyDesk(index, names, pictures, report, language), new CommentDesk(db, seal, index.Site.Source, report, stop), language);
        var (pieces, rest) = (new PieceDesk(db, move, clock, stop), new OtherAddresses(db, move, stop));

        await WriteAsync(order, names.EnterAllAsync, stop);
        var done = 0;
        foreach (var batch in Items(order).Chunk(Batch))
        {
            await BringBatchAsync(order, move, pieces, batch, stop);
            progress(done += batch.Length, index.Items);
        }
        foreach (var some in index.Attachments.Chunk(10 * Batch)) await WriteAsync(order, () => rest.EnterAttachmentsAsync(some), stop);
        foreach (var file in order.Redirects) await WriteAsync(order, () => rest.EnterRedirectsAsync(file), stop);
        await WriteAsync(order, () => PlaceAsync(move, stop), stop);
        if (!order.DryRun) await Numbers.PassAsync(db, stop);
        return report;
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

    private async Task BringBatchAsync(Order order, Move move, PieceDesk pieces, Item[] batch, CancellationToken stop)
    {
        var items = batch.Select(pieces.Accept).OfType<Item>().ToList();
        // Before the lock: no other writer waits for a store that takes its time.
        foreach (var address in items.SelectMany(move.Copies.PicturesOf).Distinct()) await move.Pictures.FindAsync(address, clock.UtcNow(), stop);
        if (items.Count > 0) await WriteAsync(order, async () => { foreach (var item in items) await BringAloneAsync(pieces, item, stop); }, stop);
    }

    // The context looks at all that it knows whenever it saves: it shall know one piece at a time.
    private async Task BringAloneAsync(PieceDesk pieces, Item item, CancellationToken stop)
    {
        await pieces.BringAsync(item);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>What stood first stands first, unless an editor has filled the places already.</summary>
    private async Task PlaceAsync(Move move, CancellationToken stop)
    {
        if (move.Sticky.Count == 0 || await db.Slots.AnyAsync(stop)) return;
        foreach (var (position, id) in move.Sticky.Take(TopPlaces).Index())
        {
            db.Slots.Add(new Slot(position + 1, id, clock.UtcNow(), null));
            move.Report.Count("Top Stories filled");
        }
        db.Touch(Names.Front);
    }
}
