using Broadsheet.Data;
using Broadsheet.Data.Duties;
using Broadsheet.Data.Following;
using Broadsheet.Data.Related;
using Broadsheet.Domain;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>
/// Makes the lists of what to read also, in the background, by one program of the paper: of each article that was published or changed,
/// and of those around it. What is due is told from the database, so the program may end at any moment.
/// </summary>
public sealed class ReadAlsoDesk(IServiceScopeFactory scopes, ChangeFeed feed, DutyRota rota, TimeProvider clock, ILogger<ReadAlsoDesk> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim working = new(1, 1), heard = new(0, 1);
    private readonly LikenessBook book = new();
    // At the start nobody knows what was published while no program looked.
    private volatile bool due = true;

    /// <summary>What a change touched; null when that is not known.</summary>
    public void Hear(IReadOnlyCollection<string>? names)
    {
        if (names?.Any(name => name.StartsWith("article:", StringComparison.Ordinal)) == false) return;
        due = true;
        try { heard.Release(); }
        catch (SemaphoreFullException) { }
    }

    /// <summary>When it returns, the list of every article published before the call is made.</summary>
    public async Task CatchUpAsync(CancellationToken stop)
    {
        feed.Listen();
        await working.WaitAsync(stop);
        try
        {
            if (!due) return;
            due = false;
            await using var scope = scopes.CreateAsyncScope();
            await book.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), clock.UtcNow, stop);
        }
        catch
        {
            due = true;
            throw;
        }
        finally { working.Release(); }
    }

    public override void Dispose()
    {
        book.Dispose();
        working.Dispose();
        heard.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await HoldAsync(stoppingToken); }
            catch (OperationCanceledException) { }
            catch (Exception fault)
            {
                log.LogError(fault, "what to read also could not be worked out; it is tried again");
                await Task.Delay(AfterFault, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldAsync(CancellationToken stop)
    {
        await using var duty = await rota.HoldAsync("read-also", stop);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop, duty.Lost);
        while (true)
        {
            await CatchUpAsync(held.Token);
            await heard.WaitAsync(held.Token);
        }
    }
}
