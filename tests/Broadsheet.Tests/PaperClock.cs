namespace Broadsheet.Tests;

/// <summary>The paper's clock: it goes as the world's does, and a test may put it forward.</summary>
public sealed class PaperClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void PutForward(TimeSpan by) => ahead += by;
}
