using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

public sealed class PatienceTests
{
    private readonly Stopped clock = new();
    private int asked;

    [Fact]
    public async Task After_three_failures_running_only_one_asks_until_it_answers_again()
    {
        var patience = NewPatience();
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<IOException>(() => patience.AskAsync(patience.Reading, Broken, default));

        await Assert.ThrowsAsync<PatienceAtEnd>(() => patience.AskAsync(patience.Reading, Answering, default));
        clock.Advance(patience.Rest);
        await Assert.ThrowsAsync<IOException>(() => patience.AskAsync(patience.Reading, Broken, default));
        await Assert.ThrowsAsync<PatienceAtEnd>(() => patience.AskAsync(patience.Reading, Answering, default));
        clock.Advance(patience.Rest);
        Assert.Equal(5, await patience.AskAsync(patience.Reading, Answering, default));
        Assert.Equal(6, await patience.AskAsync(patience.Reading, Answering, default));
    }

    [Fact]
    public async Task Failures_among_answers_do_not_count()
    {
        var patience = NewPatience();
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<IOException>(() => patience.AskAsync(patience.Reading, Broken, default));
            await patience.AskAsync(patience.Reading, Answering, default);
        }
        Assert.Equal(20, asked);
    }

    [Fact]
    public async Task A_reader_who_goes_away_says_nothing_about_the_store()
    {
        var patience = NewPatience();
        for (var i = 0; i < 5; i++)
        {
            using var leaving = new CancellationTokenSource(20);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patience.AskAsync(patience.Reading, stop => Task.Delay(TimeSpan.FromMinutes(1), stop).ContinueWith(_ => 0, stop), leaving.Token));
        }
        Assert.Equal(1, await patience.AskAsync(patience.Reading, Answering, default));
    }

    [Fact]
    public async Task A_store_that_takes_too_long_is_left()
    {
        var patience = NewPatience();

        await Assert.ThrowsAsync<TimeoutException>(() => patience.AskAsync(TimeSpan.FromMilliseconds(50), Deaf, default));
    }

    [Fact]
    public async Task No_more_than_so_many_ask_at_once()
    {
        var patience = NewPatience();
        var (now, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => patience.AskAsync(patience.Reading, async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(5);
            return Interlocked.Decrement(ref now);
        }, default)));

        Assert.Equal(2, most);
    }

    private sealed class Stopped : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }

    private Patience NewPatience() => new(2, clock) { Rest = TimeSpan.FromSeconds(5) };

    private Task<int> Answering(CancellationToken stop) => Task.FromResult(++asked);

    private Task<int> Broken(CancellationToken stop)
    {
        asked++;
        throw new IOException("broken");
    }

    private async Task<int> Deaf(CancellationToken stop)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
        return 0;
    }
}
