using System.Diagnostics;
using System.Threading.Channels;
using Broadsheet.Data;
using Broadsheet.Data.Search;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Readers;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Corpus;

/// <summary>Fills an empty paper: drafts are written on one core while the rows of those before go into the database on the other.</summary>
public sealed class Printing(NewsDb db, Seal seal, int articles, int replies)
{
    private const int BatchSize = 1_000;

    private readonly Rows into = new(db);
    private readonly IShelf shelf = db.IsPostgres ? new PostgresShelf(db) : new SqliteShelf(db);
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <returns>The addresses of all articles.</returns>
    public async Task<List<string>> RunAsync(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await shelf.OpenAsync(stop);
        var indexes = (await shelf.IndexesAsync(stop)).Select(i => i.Split('\n', 2)).ToList();
        foreach (var index in indexes) await RunAsync($"drop index {index[0]}", stop);
        var paths = await FillAsync(stop);
        Tell("making indexes");
        foreach (var index in indexes) await RunAsync(index[1], stop);
        await shelf.CloseAsync(stop);
        Tell($"{articles:n0} articles are in");
        return paths;
    }

    private async Task<List<string>> FillAsync(CancellationToken stop)
    {
        var (vocabulary, dates) = (new Vocabulary(), new Dates(articles));
        var cast = new Cast(vocabulary, seal, articles, dates.Began);
        await PutAsync([cast.Sections, cast.Topics, cast.Stories, cast.Bylines, cast.Readers], stop);
        var batches = Channel.CreateBounded<Batch>(4);
        var setting = Task.Run(() => SetAsync(new Writer(new Prose(vocabulary), cast, dates, replies), new Compositor(cast), batches.Writer, stop), stop);
        List<string> paths = [];
        await foreach (var batch in batches.Reader.ReadAllAsync(stop))
        {
            await PutAsync(batch.Tables, stop, () => ArticleWords.PutAsync(db, batch.Revisions, stop));
            paths.AddRange(batch.Articles.Select(a => a.Path));
            if (paths.Count % 10_000 == 0) Tell($"{paths.Count:n0} articles, {paths.Count / watch.Elapsed.TotalSeconds:n0} a second");
        }
        await setting;
        return paths;
    }

    private async Task SetAsync(Writer writer, Compositor compositor, ChannelWriter<Batch> batches, CancellationToken stop)
    {
        try
        {
            for (var first = 1; first <= articles; first += BatchSize)
                await batches.WriteAsync(compositor.Set(Enumerable.Range(first, Math.Min(BatchSize, articles - first + 1)).Select(n => writer.Write(n))), stop);
        }
        finally { batches.Complete(); }
    }

    private async Task PutAsync(IEnumerable<IReadOnlyList<object>> tables, CancellationToken stop, Func<Task>? then = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var rows in tables) await into.PutAsync(rows, stop);
        if (then is not null) await then();
        await transaction.CommitAsync(stop);
    }

    private async Task RunAsync(string sql, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    private void Tell(string line) => Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds,6:n1} s  {line}");
}
