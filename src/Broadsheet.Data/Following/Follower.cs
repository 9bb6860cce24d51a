namespace Broadsheet.Data.Following;

/// <summary>Reads the record of changes on from where it was left, whatever connection it is read on, and tells each once.</summary>
/// <param name="tell">As <see cref="ChangeFeed.Follow"/> is told.</param>
/// <param name="standby">Null when pages are drawn from the primary.</param>
internal sealed class Follower(Action<IReadOnlyCollection<string>?> tell, Standby? standby)
{
    private Heard last = Heard.Nothing;

    public long Id => last.Id;

    /// <summary>What was written until now is not told.</summary>
    public void StartAt(Heard newest) => last = newest;

    /// <summary>When this returns, everything has been told that was committed before the call.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool CatchUp(NodeLine line)
    {
        var before = last;
        while (true)
        {
            var changes = line.From(last.Id);
            if (IsLost(changes)) Lose(line);
            else foreach (var change in changes.Where(c => c.Id > last.Id)) Tell(change, change.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (changes.Count < NodeLine.Most) return last != before;
        }
    }

    /// <summary>Says what has been told, so that writers wait no longer, and where a standby must stand to know of it.</summary>
    public void Acknowledge(NodeLine line)
    {
        line.Acknowledge(last.Id);
        standby?.Expect(line.Position());
    }

    /// <summary>The last change that was followed is no longer in the record: it was cut off, or another server took over that never had it.</summary>
    private bool IsLost(List<Heard> changes) => last != Heard.Nothing && changes.FirstOrDefault() != last;

    // The newest is read first: what is committed while the pages are dropped is told next.
    private void Lose(NodeLine line) => Tell(line.Newest(), null);

    // Doubted first: a page that is drawn anew after the telling is not drawn from a standby that may lack the change.
    private void Tell(Heard change, string[]? names)
    {
        standby?.Doubt();
        tell(names);
        last = change;
    }
}
