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
    /// <param name="Site">The old site's address, where the files do not say it, or another at which it can be reached; null: the files say it.</param>
    /// <param name="Media">A copy of the old site's folder of uploads; null: there is none.</param>
    /// <param name="Redirects">Files as <see cref="RedirectList"/> reads them.</param>
    /// <param name="Language">BCP 47, for what does not say its own.</param>
    /// <param name="DryRun">Says what would become of everything, and writes nothing.</param>
    public sealed record Order(ReadExport Read, IReadOnlyList<string> Files, string? Site, string? Media, IReadOnlyList<string> Redirects, string Language, bool DryRun)
    {
        /// <summary>Null: no picture is fetched that is not in the folder.</summary>
        public Fetching? Fetching { get; init; }
    }

    private const int Batch = 200, TopPlaces = 8;

    /// <param name="found">Told how many things the first reading has found.</param>
    /// <param name="progress">Told after each batch: how many of how many things have been brought over or left out.</param>
    /// <exception cref="NotAnExport"/>
    /// <exception cref="IOException"/>
    /// <exception cref="Pictures.Stores.MediaStoreSilent"/>
    public async Task<MoveReport> BringAsync(Order order, Action<int> found, Action<int, int> progress, CancellationToken stop)
    {
        var report = new MoveReport();
        using var index = ExportIndex.Of(order.Read, order.Files, order.Site, report, found);
        await using var all = order.DryRun ? await Write.AloneAsync(db, stop) : null;
        var (rows, numbers, addresses) = (new Rows(db), new Numbers(db), new OldAddressBook(db, index.Site, stop));
        var language = LanguageOf(index, order.Language);
        var names = new NameDesk(db, index, addresses, report, language, stop);
        using var courier = order.Fetching is { } fetching ? new PictureCourier(fetching, index.Site, report) : null;
        var pictures = new OldPictures(new[] { order.Media, order.Fetching?.Folder }.OfType<string>(), courier, desk, report, order.DryRun);
        var move = new Move(report, index, addresses, names, pictures, new CommentDesk(db, rows, numbers, seal, index.Site.Source, report, stop), language);
        var (intake, copies) = (new Intake(index, report), new CopyDesk(index, names, pictures, report, language));
        var setting = new Setting(copies, new ReplySetter(seal, report), new Proofreader(index, report));
        var (pieces, rest) = (new PieceDesk(db, move, rows, numbers, stop), new OtherAddresses(db, move, stop));

        await WriteAsync(order, addresses, async () =>
        {
            // What PostgreSQL has given is not taken back with the rest.
            if (!order.DryRun || !db.IsPostgres)
            {
                await numbers.PassAsync("article", index.HighestItem, stop);
                await numbers.PassAsync("comment", index.HighestComment, stop);
            }
            await names.EnterAllAsync();
        }, stop);
        // While one batch goes to the press, the next is being set, and the one after that is read.
        IReadOnlyCollection<Galley> set = [];
        var done = 0;
        progress(done, index.Items);
        await foreach (var batch in AheadAsync(Items(order).Chunk(Batch)))
        {
            var accepted = batch.Select(intake.Accept).OfType<(Item Item, long Key)>().ToList();
            await PrepareAsync(order, move, copies, accepted, stop);
            var next = Task.Run(() => setting.Set(accepted), stop);
            await BringAsync(order, move, pieces, set, stop);
            if (done > 0) progress(done, index.Items);
            (set, done) = (await next, done + batch.Length);
        }
        await BringAsync(order, move, pieces, set, stop);
        progress(done, index.Items);
        foreach (var some in index.Attachments().Chunk(Batch)) await WriteAsync(order, addresses, () => rest.EnterAttachmentsAsync(some), stop);
        await WriteAsync(order, addresses, rest.EnterCorrectionsAsync, stop);
        foreach (var file in order.Redirects) await WriteAsync(order, addresses, () => rest.EnterRedirectsAsync(file), stop);
        await WriteAsync(order, addresses, () => PlaceAsync(move, stop), stop);
        return report;
    }

    private static async IAsyncEnumerable<Item[]> AheadAsync(IEnumerable<Item[]> batches)
    {
        using var each = batches.GetEnumerator();
        Item[]? Next() => each.MoveNext() ? each.Current : null;
        var next = Task.Run(Next);
        try
        {
            while (await next is { } batch)
            {
                next = Task.Run(Next);
                yield return batch;
            }
        }
        // Whoever stops early waits until the file is let go of.
        finally { await Task.WhenAny(next); }
    }

    // Faults were told at the first reading.
    private static IEnumerable<Item> Items(Order order) => order.Files.SelectMany(file => order.Read(file, (_, _) => { })).OfType<Item>();

    private static string LanguageOf(ExportIndex index, string usual)
    {
        var told = index.Language.Split('-', '_')[0].ToLowerInvariant();
        return told.Length is 2 or 3 ? told : usual;
    }

    private async Task WriteAsync(Order order, OldAddressBook addresses, Func<Task> work, CancellationToken stop)
    {
        await using var write = order.DryRun ? null : await Write.AloneAsync(db, stop);
        await work();
        await db.SaveChangesAsync(stop);
        await addresses.StoreAsync();
        if (write is not null) await write.CommitAsync(clock.UtcNow(), stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>Gives numbers to what the pieces of a batch name and show.</summary>
    private async Task PrepareAsync(Order order, Move move, CopyDesk copies, List<(Item Item, long Key)> pieces, CancellationToken stop)
    {
        var pictures = pieces.SelectMany(p => copies.PicturesOf(p.Item)).Distinct().ToList();
        // Before the lock: no other writer waits for a store that takes its time.
        await move.Pictures.TakeAsync(pictures, clock.UtcNow(), stop);
        await WriteAsync(order, move.Addresses, async () =>
        {
            foreach (var (item, _) in pieces) await copies.EnterNamesAsync(item);
            await move.Pictures.EnterAsync(db, pictures, move.Addresses, stop);
        }, stop);
    }

    private async Task BringAsync(Order order, Move move, PieceDesk pieces, IReadOnlyCollection<Galley> galleys, CancellationToken stop)
    {
        if (galleys.Count > 0) await WriteAsync(order, move.Addresses, () => pieces.BringAsync(galleys, clock.UtcNow()), stop);
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
