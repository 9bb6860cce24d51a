using Broadsheet.Data;
using Broadsheet.Data.Duties;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Desk;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Workflow;

/// <summary>
/// Lets scheduled pieces go out within a second of their time, whether anybody visits or not; after a stop, those whose time came meanwhile. One clock for all programs that serve the paper.
/// A piece that cannot be published goes back to the desk, with the reason in the record.
/// </summary>
public sealed class Clockwork(DbContextOptions<NewsDb> options, Database database, DutyRota rota, TimeProvider clock, ILogger<Clockwork> log) : BackgroundService
{
    private const string Duty = "clock";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250), AfterFault = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => QuietThread.RunAsync(Duty, () => AttendAsync(stoppingToken));

    private async Task AttendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var duty = await rota.HoldAsync(Duty, stop);
                using var mine = CancellationTokenSource.CreateLinkedTokenSource(stop, duty.Lost);
                while (!mine.IsCancellationRequested)
                {
                    if (await IsDueAsync(mine.Token)) await StrikeAsync(mine.Token);
                    await Task.Delay(Tick, mine.Token);
                }
            }
            catch (OperationCanceledException) { }
            catch (Exception fault)
            {
                log.LogError(DatabaseGone.IsOfDatabase(fault) ? null : fault, "scheduled pieces cannot go out; it is tried again ({Fault})", fault.Message);
                await Task.WhenAny(Task.Delay(AfterFault, stop));
            }
        }
    }

    // Four times a second: on a bare connection, by an index, and without the model.
    private async Task<bool> IsDueAsync(CancellationToken stop)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1 from working_copy where state = 'Scheduled' and due_at <= @now limit 1";
        var now = command.CreateParameter();
        (now.ParameterName, now.Value) = ("now", database.IsPostgres ? clock.GetUtcNow().UtcDateTime : clock.UtcNow());
        command.Parameters.Add(now);
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    /// <summary>All that is due goes out, in the order of its time, each in a write of its own.</summary>
    public async Task StrikeAsync(CancellationToken stop)
    {
        while (await NextAsync(stop)) { }
    }

    private async Task<bool> NextAsync(CancellationToken stop)
    {
        await using var db = new NewsDb(options);
        await using var write = await Write.AloneAsync(db, stop);
        var now = clock.UtcNow();
        var work = await db.WorkingCopies.Where(w => w.State == WorkingState.Scheduled && w.DueAt <= now).OrderBy(w => w.DueAt).FirstOrDefaultAsync(stop);
        if (work is null) return false;
        var article = await db.Articles.SingleAsync(a => a.Id == work.ArticleId, stop);
        var published = await new PublicationDesk(db).PublishAsync(article, work, null, work.DueAt!.Value, now, stop);
        if (published.Refused is { } refusal) await SendBackAsync(article.Id, refusal, now, write, stop);
        else await write.CommitAsync(now, stop);
        return true;
    }

    private async Task SendBackAsync(long articleId, Refusal refusal, DateTime now, Write write, CancellationToken stop)
    {
        await write.DisposeAsync();
        await using var db = new NewsDb(options);
        await using var again = await Write.AloneAsync(db, stop);
        (await db.WorkingCopies.SingleAsync(w => w.ArticleId == articleId, stop)).Miss();
        db.Audit.Add(new AuditEntry(null, "could not publish", articleId, refusal.ToString(), now));
        await again.CommitAsync(now, stop);
        log.LogWarning("article {Article} did not go out at its time: {Refusal}", articleId, refusal.ToString());
    }
}
