namespace Broadsheet.Bench.Desk;

/// <summary>Publishes as an editor would, by the program's own verb.</summary>
public sealed class Editor(Verbs verbs, string folder)
{
    /// <summary>When this returns, readers are to see it.</summary>
    public async Task PublishAsync(Piece piece, CancellationToken stop)
    {
        var file = Path.Combine(folder, "manuscript.md");
        await File.WriteAllTextAsync(file, piece.Manuscript(), stop);
        await verbs.RunAsync(["publish", file], stop);
    }
}
