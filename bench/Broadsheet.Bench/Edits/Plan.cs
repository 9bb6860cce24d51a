namespace Broadsheet.Bench.Edits;

/// <summary>Which edits are made: every kind equally often, in an order that only the seed decides.</summary>
public sealed class Plan(WritingEdits writing, OtherEdits other, Random random)
{
    public async Task<List<Verdict>> RunAsync(int count, Judge judge, CancellationToken stop)
    {
        Func<Task<Edit?>>[] kinds =
        [
            async () => await writing.PublishAsync(stop), async () => await writing.CorrectAsync(stop), async () => await writing.RenameAsync(stop), async () => await writing.MoveAsync(stop),
            () => other.ApproveAsync(stop), async () => await other.RestyleAsync(stop), async () => await other.ReorderAsync(stop),
        ];
        List<Verdict> verdicts = [];
        while (verdicts.Count < count)
            if (await kinds[random.Next(kinds.Length)]() is { } edit)
            {
                verdicts.Add(await judge.TryAsync(edit, stop));
                Tell(verdicts);
            }
        return verdicts;
    }

    private static void Tell(List<Verdict> verdicts)
    {
        foreach (var stale in verdicts[^1].Stale) Console.Error.WriteLine($"stale after {verdicts[^1].Kind}: {stale}");
        if (verdicts.Count % 50 == 0) Console.Error.WriteLine($"{verdicts.Count} edits, {verdicts.Sum(v => v.Stale.Count)} stale answers of {verdicts.Sum(v => v.Asked)}");
    }
}
