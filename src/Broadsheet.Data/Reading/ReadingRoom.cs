using Broadsheet.Data.Following;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Data.Reading;

/// <summary>
/// Where a reader's page asks the database, and the only place: every question comes with the names of what its answer hangs on.
/// One per request.
/// </summary>
public sealed class ReadingRoom(ReadingOptions options, Sources sources) : IAsyncDisposable
{
    private NewsDb? db;
    private bool fromStandby;

    public Sources Sources { get; } = sources;

    /// <param name="question">Runs on the database given to it and on no other.</param>
    /// <param name="names">What the answer hangs on, whatever it will be: also an empty one.</param>
    /// <exception cref="InvalidOperationException">The question read a table that none of the names speaks for.</exception>
    public Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question, params IEnumerable<string> names) => AskAsync(question, _ => [], names);

    /// <param name="each">Further names, found in the answer: of the rows that it holds.</param>
    public async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question, Func<T, IEnumerable<string>> each, params IEnumerable<string> names)
    {
        if (db?.Asked is not null) throw new InvalidOperationException("A question was asked within a question.");
        try
        {
            var answer = await AnswerAsync(question);
            List<string> all = [.. names, .. each(answer)];
            if (NamedTables.Unnamed(db!.Asked!, all) is { } table) throw new InvalidOperationException($"A page reads the table {table} and names nothing that changes with it.");
            Sources.Name(all.Where(name => !Names.IsNone(name)));
            return answer;
        }
        finally { db?.Asked = null; }
    }

    public ValueTask DisposeAsync() => db?.DisposeAsync() ?? default;

    private async Task<T> AnswerAsync<T>(Func<NewsDb, Task<T>> question)
    {
        db ??= Open(options.HasLevelStandby);
        db.Asked = [];
        try { return await question(db); }
        catch (Exception fault) when (fromStandby && (fault as NpgsqlException ?? fault.InnerException) is NpgsqlException)
        {
            options.Standby!.Distrust();
            await db.DisposeAsync();
            db = Open(standby: false);
            db.Asked = [];
            return await question(db);
        }
    }

    private NewsDb Open(bool standby) => new((fromStandby = standby) ? options.StandbyDatabase! : options.Database);
}

/// <summary>How the reading room opens the database: nothing read there is tracked, and every query is looked at.</summary>
/// <param name="standby">Null when every page is drawn from the primary.</param>
public sealed class ReadingOptions(DbContextOptions<NewsDb> options, ChangeFeed feed, Standby? standby = null)
{
    internal DbContextOptions<NewsDb> Database { get; } = Guarded(options);

    internal Standby? Standby => standby;

    internal DbContextOptions<NewsDb>? StandbyDatabase { get; } = standby is null ? null : Guarded(standby.Database);

    /// <summary>Whether a page that is drawn from the standby is as new as what this node has heard of, and the node has heard of all.</summary>
    internal bool HasLevelStandby => standby is { IsLevel: true } && feed.Listen() == Hearing.Current;

    private static DbContextOptions<NewsDb> Guarded(DbContextOptions<NewsDb> options) =>
        new DbContextOptionsBuilder<NewsDb>(options).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(new QuestionGuard()).Options;
}
