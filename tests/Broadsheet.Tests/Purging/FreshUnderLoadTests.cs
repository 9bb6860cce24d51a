using Broadsheet.Domain;

namespace Broadsheet.Tests.Purging;

public sealed class FreshUnderLoadTests(VarnishPaper paper) : PaperTest<VarnishPaper>
{
    private const int Readers = 4, Comments = 40;

    [Fact]
    public async Task Whoever_reads_after_a_comment_was_taken_sees_it_while_others_read_without_pause()
    {
        var piece = await paper.PublishAsync("Read and talked about without pause");
        await paper.SeeAsync(piece.Path);
        using var end = new CancellationTokenSource();
        var kept = 0;
        var reading = Enumerable.Range(0, Readers).Select(async number =>
        {
            var packing = number % 2 == 0 ? "gzip" : "br";
            while (!end.IsCancellationRequested)
                if ((await paper.SeeAsync(piece.Path, "Accept-Encoding", packing)).FromVarnish) Interlocked.Increment(ref kept);
        }).ToList();

        List<string> stale = [];
        foreach (var number in Enumerable.Range(1, Comments))
        {
            var text = $"Comment number {number} of many.";
            await paper.CommentAsync(piece, text);
            if (!(await paper.SeeAsync($"{piece.Path}?replies={(number - 1) / 50 + 1}")).Text.Contains(text)) stale.Add(text);
        }
        await end.CancelAsync();
        await Task.WhenAll(reading);

        Assert.Empty(stale);
        Assert.True(kept > Comments, $"only {kept} answers came from Varnish");
    }
}
