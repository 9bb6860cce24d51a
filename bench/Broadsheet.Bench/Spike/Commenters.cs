using System.Net;
using Broadsheet.Bench.Load;
using Broadsheet.Bench.Report;

namespace Broadsheet.Bench.Spike;

/// <summary>Readers who reply to the hot article through its own form, so many a second, and look for their reply.</summary>
public sealed class Commenters(string server, string path, Ledger ledger)
{
    private readonly List<Task> posting = [];
    private readonly Lock counting = new();
    private readonly List<double> waits = [];
    private int number, refused, missing;

    public int Posted => waits.Count;
    public int Refused => refused;

    /// <summary>Replies that were not on the page to which their writer was sent.</summary>
    public int Missing => missing;

    public double LongestMilliseconds => Median.At(1, waits);

    public async Task WriteAsync(double perSecond, CancellationToken stop)
    {
        using var due = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await due.WaitForNextTickAsync(stop)) posting.Add(PostAsync(CancellationToken.None));
        }
        catch (OperationCanceledException) { await Task.WhenAll(posting); }
    }

    public async Task PostAsync(CancellationToken stop)
    {
        var page = await HotPage.ReadAsync(server + path, stop);
        var id = Interlocked.Increment(ref number);
        var start = DateTime.UtcNow;
        using var answer = await Visitor.Http.PostAsync(server + "/comments", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["article"] = HotPage.Field(page, "article"), ["parent"] = "", ["stamp"] = HotPage.Field(page, "stamp"), ["author"] = $"Reader {id}",
            ["email"] = $"spike{id}-{start.Ticks}@example.org", ["website"] = "", ["body"] = $"Reply {id} of {start.Ticks}: I read this on the bridge, and so did everybody else.",
        }), stop);
        if (answer.StatusCode != HttpStatusCode.SeeOther) { Interlocked.Increment(ref refused); return; }
        ledger.CommentTaken();
        lock (counting) waits.Add((DateTime.UtcNow - start).TotalMilliseconds);
        await LookAsync(answer.Headers.Location!.OriginalString, stop);
    }

    private async Task LookAsync(string place, CancellationToken stop)
    {
        var (page, anchor) = (place.Split('#')[0], place.Split('#')[1]);
        if (!(await HotPage.ReadAsync(server + page, stop)).Contains($"id=\"{anchor}\"")) Interlocked.Increment(ref missing);
    }
}
