using System.Net;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Spike;

/// <summary>Reads the hot article beside the crowd, in every coding and with conditions, and holds each answer against what was acknowledged before it was asked for.</summary>
public sealed class CheckingReader(string url, Ledger ledger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly string[] Codings = ["gzip", "br", "identity", "gzip"];

    private string? tag;
    private (long Replies, long Edit) last;

    public int Checked { get; private set; }
    public int Unchanged { get; private set; }
    public int Stale { get; private set; }

    /// <summary>The first stale answer in words, or null.</summary>
    public string? Example { get; private set; }

    public async Task ReadAsync(CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            await CheckAsync(Codings[turn % Codings.Length], conditional: turn % Codings.Length == 3, CancellationToken.None);
            try { await Task.Delay(Pause, stop); }
            catch (OperationCanceledException) { return; }
        }
    }

    private async Task CheckAsync(string coding, bool conditional, CancellationToken stop)
    {
        var request = Visitor.Get(url, coding);
        if (conditional && tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        // Before the request leaves: what is acknowledged later need not be on the page.
        var (replies, edit) = (ledger.Comments, ledger.Edits);
        var answer = await Answer.ToAsync(request, stop);
        Judge(answer, replies, edit);
        // A condition is only fair with the tag of the same coding.
        if (coding == "gzip" && answer.Status == HttpStatusCode.OK) (tag, last) = (answer.ETag, (HotPage.Replies(answer.Text), HotPage.Edit(answer.Text)));
    }

    private void Judge(Answer answer, long replies, long edit)
    {
        Checked++;
        if (answer.Status == HttpStatusCode.NotModified) Unchanged++;
        var (shownReplies, shownEdit) = answer.Status switch
        {
            HttpStatusCode.OK => (HotPage.Replies(answer.Text), HotPage.Edit(answer.Text)),
            // "Unchanged" vouches for the page that the reader has.
            HttpStatusCode.NotModified => last,
            _ => (-1, -1),
        };
        if (shownReplies >= replies && shownEdit >= edit) return;
        Stale++;
        Example ??= $"{(int)answer.Status} with {shownReplies} replies and edit {shownEdit}, where {replies} and {edit} were acknowledged";
    }
}
