using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Reading;

/// <summary>
/// Where a reader's page asks the database, and the only place: every question comes with the names of what its answer hangs on.
/// One per request.
/// </summary>
public sealed class ReadingRoom(ReadingOptions options, Sources sources) : IAsyncDisposable
{
    private readonly NewsDb db = new(options.Database);

    public Sources Sources { get; } = sources;

    /// <param name="question">Runs on the database given to it and on no other.</param>
    /// <param name="names">What the answer hangs on, whatever it will be: also an empty one.</param>
    /// <exception cref="InvalidOperationException">The question read a table that none of the names speaks for.</exception>
    public Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question, params IEnumerable<string> names) => AskAsync(question, _ => [], names);

    /// <param name="each">Further names, found in the answer: of the rows that it holds.</param>
    public async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question, Func<T, IEnumerable<string>> each, params IEnumerable<string> names)
    {
        if (db.Asked is not null) throw new InvalidOperationException("A question was asked within a question.");
        db.Asked = [];
        try
        {
            var answer = await question(db);
            List<string> all = [.. names, .. each(answer)];
            if (NamedTables.Unnamed(db.Asked, all) is { } table) throw new InvalidOperationException($"A page reads the table {table} and names nothing that changes with it.");
            Sources.Name(all.Where(name => !Names.IsNone(name)));
            return answer;
        }
        finally { db.Asked = null; }
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();
}

/// <summary>How the reading room opens the database: nothing read there is tracked, and every query is looked at.</summary>
public sealed class ReadingOptions(DbContextOptions<NewsDb> options)
{
    internal DbContextOptions<NewsDb> Database { get; } =
        new DbContextOptionsBuilder<NewsDb>(options).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(new QuestionGuard()).Options;
}
