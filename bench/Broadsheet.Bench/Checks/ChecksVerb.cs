using System.CommandLine;
using System.Diagnostics;
using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Import.Checks;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Checks;

/// <summary>checks: how much of what is wrong the copy desk's checks find, and how often they are wrong themselves; with --paper, what they say of real articles.</summary>
public static class ChecksVerb
{
    public static Command Make()
    {
        var half = new Option<string[]>("--half") { Description = "tuned, held-out or both.", DefaultValueFactory = _ => ["tuned", "held-out"], Arity = ArgumentArity.OneOrMore };
        var paper = new Option<string?>("--paper") { Description = "The data folder of a paper: says what is found in its published articles." };
        var verb = new Command("checks", "Measures the checks on articles with planted errors.") { half, paper };
        verb.SetAction((parsed, stop) => Edge.RunAsync(async () =>
        {
            if (parsed.GetValue(paper) is { } folder) await LookAsync(folder, stop);
            else foreach (var name in parsed.GetRequiredValue(half)) Tell(name, Score.Of(name));
            return ExitCode.Done;
        }));
        return verb;
    }

    private static void Tell(string half, Score score)
    {
        Console.WriteLine($"{half}: {score.Articles} articles, {score.Clean} of them clean\n");
        Console.WriteLine("| kind | found | missed | false | precision | recall |\n|---|--:|--:|--:|--:|--:|");
        foreach (var (kind, tally) in score.Kinds) Console.WriteLine(Row(kind, tally));
        Console.WriteLine(Row("**all**", score.All) + "\n");
        foreach (var line in score.Wrong) Console.Error.WriteLine(line);
    }

    private static string Row(string kind, Tally t) => $"| {kind} | {t.Found} | {t.Missed} | {t.False} | {t.Precision:0.00} | {t.Recall:0.00} |";

    private static async Task LookAsync(string folder, CancellationToken stop)
    {
        await using var db = new NewsDb(Database.In(folder, null).Options);
        SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);
        var (articles, words, spent) = (0, 0, TimeSpan.Zero);
        await foreach (var r in db.Articles.Where(a => a.State == ArticleState.Published).Join(db.Revisions, a => a.RevisionId, r => r.Id, (_, r) => r).AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var copy = new Copy(r.Headline, r.Body, r.Language, r.SectionId, r.Kicker, r.Standfirst, r.Dateline, r.StoryId, r.Credits, r.Topics, r.Picture, r.ReadAlso, r.Head);
            var began = Stopwatch.GetTimestamp();
            var found = CopyDeskCheck.Findings(copy, new CheckFacts(DateOnly.FromDateTime(r.DatedAt)));
            if (articles++ > 0) spent += Stopwatch.GetElapsedTime(began);
            words += Domain.Text.PlainText.WordCount(Domain.Text.PlainText.Of(r.Body));
            foreach (var finding in found)
            {
                kinds[finding.Kind] = kinds.GetValueOrDefault(finding.Kind) + 1;
                Console.WriteLine($"{r.ArticleId}\t{finding.Kind}\t{finding.Place.Field} {finding.Place.Paragraph}\t{finding}\t{finding.Place.Words}");
            }
        }
        Console.Error.WriteLine($"{articles:n0} articles, {words:n0} words, {spent.TotalMilliseconds / Math.Max(words, 1) * 1000:0.00} ms for 1,000 words");
        foreach (var (kind, count) in kinds) Console.Error.WriteLine($"{count,6:n0}  {kind}  ({(double)count / Math.Max(articles, 1):0.000} an article)");
    }
}
