using Broadsheet.Bench.Desk;

namespace Broadsheet.Bench.Spike;

/// <summary>The desk edits the hot article, so many times a second.</summary>
public sealed class Rewrites(Editor editor, Piece piece, Ledger ledger)
{
    public async Task WriteAsync(double perSecond, CancellationToken stop)
    {
        using var due = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await due.WaitForNextTickAsync(stop)) await EditAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) { }
    }

    private async Task EditAsync(CancellationToken stop)
    {
        await editor.PublishAsync(piece with { Headline = HotPage.Headline(piece.Headline, ledger.Edits + 1), UpdateNote = "The number of boats." }, stop);
        ledger.EditTaken();
    }
}
