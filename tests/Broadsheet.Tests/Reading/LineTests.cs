using Broadsheet.Data.Reading;

namespace Broadsheet.Tests.Reading;

public sealed class LineTests
{
    private sealed class Watch : TimeProvider
    {
        public long Seconds { get; set; } = 1;
        public override long TimestampFrequency => 1;
        public override long GetTimestamp() => Seconds;
    }

    private readonly Watch watch = new();
    private readonly Line line;

    public LineTests() => line = new(watch);

    [Fact]
    public void While_it_works_everybody_may_ask() => Assert.True(line.MayAsk && line.MayAsk);

    [Fact]
    public void After_a_failure_nobody_asks_for_a_moment_and_then_one_does()
    {
        line.Failed();
        Assert.False(line.MayAsk);

        watch.Seconds += (long)Line.Pause.TotalSeconds;
        Assert.True(line.MayAsk);
        Assert.False(line.MayAsk);
    }

    [Fact]
    public void Once_one_is_answered_everybody_may_ask_again()
    {
        line.Failed();
        line.Worked();

        Assert.True(line.MayAsk && line.MayAsk);
    }

    [Fact]
    public void Of_many_who_come_at_once_after_a_failure_one_asks()
    {
        line.Failed();
        watch.Seconds += 60;
        var asked = 0;

        Parallel.For(0, 1000, _ => { if (line.MayAsk) Interlocked.Increment(ref asked); });

        Assert.Equal(1, asked);
    }
}
