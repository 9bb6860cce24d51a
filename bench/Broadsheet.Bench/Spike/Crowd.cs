using Broadsheet.Bench.Desk;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Servers;
using Broadsheet.Bench.Speed;

namespace Broadsheet.Bench.Spike;

/// <summary>Everybody around the hot article: those who read, those who reply, the desk, and the reader who checks.</summary>
public sealed class Crowd(Workplace work, Server ours, Piece piece, Editor editor, double comments, double edits)
{
    // More threads than the first page of replies holds: from then on its size stays the same, and rounds can be compared.
    private const int FullPage = 60;

    private const int WarmUpRounds = 2, WarmUpHaste = 2;

    private readonly Ledger ledger = new();
    private long warmUpEdits;

    public Commenters Commenters { get; private set; } = null!;
    public CheckingReader Checker { get; private set; } = null!;

    /// <summary>Since the warm-up.</summary>
    public long Edits => ledger.Edits - warmUpEdits;

    public async Task FillFirstPageAsync(CancellationToken stop)
    {
        Commenters = new Commenters(ours.Base, piece.Path, ledger);
        for (var reply = 0; reply < FullPage; reply++) await Commenters.PostAsync(stop);
        // The desk works within the bench: its first edit compiles all that an edit needs, while it holds the lock that writers wait for.
        await editor.PublishAsync(piece, stop);
        if (Commenters.Refused > 0) throw new InvalidOperationException($"{Commenters.Refused} replies were refused");
        ledger.BeginWith(HotPage.Replies(await HotPage.ReadAsync(ours.Base + piece.Path, stop)));
        Checker = new CheckingReader(ours.Base + piece.Path, ledger);
        Commenters = new Commenters(ours.Base, piece.Path, ledger);
    }

    /// <summary>Reading, replies and edits as they will be measured, for long enough that nothing is done for the first time.</summary>
    public async Task WarmUpAsync(CancellationToken stop)
    {
        await ReadBesideAsync(Math.Max(work.WarmUp, WarmUpRounds * work.Seconds), over => Writing(WarmUpHaste, over), stop);
        warmUpEdits = ledger.Edits;
        Commenters = new Commenters(ours.Base, piece.Path, ledger);
    }

    /// <summary>The crowd reads; nobody checks.</summary>
    public Task<Round> ReadAsync(Server from, int seconds, CancellationToken stop) => new Contest(work).OneAsync(new Workload("hot article", [piece.Path]), from, seconds, stop);

    /// <param name="writing">Whether replies and edits arrive meanwhile.</param>
    public Task<Round> ReadCheckedAsync(bool writing, CancellationToken stop) =>
        ReadBesideAsync(work.Seconds, over => [Checker.ReadAsync(over), .. writing ? Writing(1, over) : []], stop);

    /// <param name="others">Begin with the reading, and are ended with it.</param>
    private async Task<Round> ReadBesideAsync(int seconds, Func<CancellationToken, List<Task>> others, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var begun = others(over.Token);
        var round = await ReadAsync(ours, seconds, stop);
        await over.CancelAsync();
        await Task.WhenAll(begun);
        return round;
    }

    private List<Task> Writing(int haste, CancellationToken over) =>
        [Commenters.WriteAsync(haste * comments, over), new Rewrites(editor, piece, ledger).WriteAsync(haste * edits, over)];
}
