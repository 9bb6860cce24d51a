using System.Collections.Concurrent;
using Broadsheet.Data.Following;
using Broadsheet.Domain.Changes;
using Npgsql;

namespace Broadsheet.Data.Reading;

/// <summary>
/// Where a reader's page asks the database, and the only place: every question comes with the names of what its answer hangs on.
/// One per request.
/// </summary>
public sealed class ReadingRoom(ReadingOptions options, Sources sources) : IAsyncDisposable
{
    private ReadingConnection? db;
    private bool fromStandby, isFresh, failed;

    public Sources Sources { get; } = sources;

    /// <param name="question">Runs on the database given to it and on no other.</param>
    /// <param name="names">What the answer hangs on, whatever it will be: also an empty one.</param>
    /// <exception cref="InvalidOperationException">The question read a table that none of the names speaks for.</exception>
    public Task<T> AskAsync<T>(Func<ReadingConnection, Task<T>> question, params IEnumerable<string> names) => AskAsync(question, _ => [], names);

    /// <param name="each">Further names, found in the answer: of the rows that it holds.</param>
    public async Task<T> AskAsync<T>(Func<ReadingConnection, Task<T>> question, Func<T, IEnumerable<string>> each, params IEnumerable<string> names)
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

    /// <summary>For a question that nearly every page asks: its answer is kept until the name is touched, and there is one of each type.</summary>
    public async Task<T> RecallAsync<T>(Func<ReadingConnection, Task<T>> question, string name) where T : class
    {
        var mayKeep = options.HasHeardAll;
        var since = options.Kept.Generation;
        if (mayKeep && options.Kept.Find<T>(name) is { } kept)
        {
            Sources.Name(name);
            return kept;
        }
        var answer = await AskAsync(question, name);
        if (mayKeep) options.Kept.Keep(name, answer, since);
        return answer;
    }

    /// <summary>What was last answered under the name, which may be old by now: for a page that says that the database is gone. Null: nothing.</summary>
    public T? Recollect<T>(string name) where T : class => options.Kept.Find<T>(name);

    public ValueTask DisposeAsync() => db is null ? default : options.GiveBackAsync(db, spent: fromStandby || failed);

    private async Task<T> AnswerAsync<T>(Func<ReadingConnection, Task<T>> question)
    {
        if (!options.Line.MayAsk) throw new DatabaseGone();
        if (db is null) (db, fromStandby, isFresh) = options.Take();
        try
        {
            var answer = await PutAsync(question, db);
            options.Line.Worked();
            return answer;
        }
        catch (Exception fault) when (!isFresh && (fault as NpgsqlException ?? fault.InnerException) is NpgsqlException)
        {
            // A standby that fails, or a connection that was cut while nobody used it.
            if (fromStandby) options.Standby!.Distrust();
            await db.DisposeAsync();
            (db, fromStandby, isFresh) = (options.Open(), false, true);
            return await PutAsync(question, db);
        }
        catch (Exception fault)
        {
            failed = true;
            if (DatabaseGone.IsToldBy(fault)) options.Line.Failed();
            throw;
        }
    }

    private static async Task<T> PutAsync<T>(Func<ReadingConnection, Task<T>> question, ReadingConnection db)
    {
        db.Asked = [];
        await db.OpenAsync();
        return await question(db);
    }
}

/// <summary>The connections of the reading rooms.</summary>
/// <param name="standby">Null when every page is drawn from the primary.</param>
public sealed class ReadingOptions(Database database, ChangeFeed feed, KeptAnswers kept, TimeProvider clock, Standby? standby = null) : IAsyncDisposable
{
    // As many as can draw at once; to open one takes as long as a few questions.
    private static readonly int MostIdle = 2 * Environment.ProcessorCount;

    // No reader waits longer for an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<ReadingConnection> idle = [];

    internal KeptAnswers Kept => kept;

    internal Line Line { get; } = new(clock);

    internal Standby? Standby => standby;

    /// <summary>Whether what is kept is as new as what was written.</summary>
    internal bool HasHeardAll => feed.Listen() == Hearing.Current;

    /// <summary>Whether a page that is drawn from the standby is as new as what this node has heard of, and the node has heard of all.</summary>
    internal bool HasLevelStandby => standby is { IsLevel: true } && HasHeardAll;

    internal (ReadingConnection Db, bool FromStandby, bool IsFresh) Take() =>
        HasLevelStandby ? (new ReadingConnection(standby!.Connect(), Patience), true, false) : idle.TryTake(out var db) ? (db, false, false) : (Open(), false, true);

    /// <summary>To the primary, and nobody else's.</summary>
    internal ReadingConnection Open() => new(database.Connect(), Patience);

    internal ValueTask GiveBackAsync(ReadingConnection db, bool spent)
    {
        if (spent || idle.Count >= MostIdle) return db.DisposeAsync();
        idle.Add(db);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var db)) await db.DisposeAsync();
    }
}
