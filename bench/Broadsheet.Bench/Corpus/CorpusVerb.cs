using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Corpus;

/// <summary>corpus N --data DIR: a paper of N articles with comments, the same at each run.</summary>
public static class CorpusVerb
{
    private const int MostReplies = 1_000_000;

    /// <summary>Beside the paper: the address of each article, one a line.</summary>
    public const string UrlFile = "urls.txt";

    public static Command Make()
    {
        var count = new Argument<int>("N") { Description = "How many articles." };
        var replies = new Option<int?>("--replies") { Description = "Comments an article, on average; 10, and no more than 1,000,000 in all, when left out." };
        var verb = new Command("corpus", "Writes a paper of N articles.") { count, replies };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(async () =>
        {
            await WriteAsync(Flags.Settings(parsed), parsed.GetValue(count), parsed.GetValue(replies), stop);
            return ExitCode.Done;
        }));
        return verb;
    }

    public static async Task WriteAsync(Settings settings, int articles, int? replies, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.Data);
        var database = Database.In(settings.Data, settings.Database);
        await Schema.BringUpToDateAsync(database, stop);
        await using var db = new NewsDb(database.Options);
        if (await db.Sections.AnyAsync(stop)) throw new OperatorMistake("there is a paper already; a corpus goes into an empty one");
        var printing = new Printing(db, KeyRing.Open(settings), articles, replies ?? Math.Clamp(MostReplies / articles, 1, 10));
        var urls = await printing.RunAsync(stop);
        // As the program would find it after some minutes: no list is left to be made.
        await db.Database.ExecuteSqlRawAsync("insert into read_also (article_id, revision_id, picks, made_at) select id, revision_id, '[]', published_at from article where revision_id is not null", stop);
        await File.WriteAllLinesAsync(Path.Combine(settings.Data, UrlFile), urls, stop);
    }
}
