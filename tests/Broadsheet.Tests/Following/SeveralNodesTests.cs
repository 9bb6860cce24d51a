using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Broadsheet.Tests.Following;

public sealed partial class SeveralNodesTests(ThreeNodes paper) : PaperTest<ThreeNodes>
{
    private const int Editions = 100;

    [Fact]
    public async Task What_was_published_is_new_on_every_node_at_the_next_request()
    {
        await PublishAsync(0);
        var published = 0;
        var (answers, hits) = (0, 0);
        ConcurrentBag<string> stale = [];
        using var done = new CancellationTokenSource();
        var reading = paper.Readers.SelectMany(reader => new[] { "/town/hammered/", "/town/", "/" }.Select(path => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var least = Volatile.Read(ref published);
                var (edition, status) = await EditionAsync(reader, path);
                if (edition < least) stale.Add($"{path}: edition {edition} after {least}, {status}");
                Interlocked.Increment(ref answers);
                if (status.Contains("; hit")) Interlocked.Increment(ref hits);
            }
        }))).ToList();

        for (var n = 1; n <= Editions; n++)
        {
            await PublishAsync(n);
            Volatile.Write(ref published, n);
            Assert.Equal([n, n, n], (await Task.WhenAll(paper.Readers.Select(reader => EditionAsync(reader, "/town/hammered/")))).Select(a => a.Edition));
        }
        await done.CancelAsync();
        await Task.WhenAll(reading);

        Assert.Empty(stale);
        Assert.True(hits > Editions, $"{hits} of {answers} answers came from memory: too few to prove anything");
    }

    [Fact]
    public async Task A_reply_through_one_node_is_seen_on_all_at_the_next_request()
    {
        var piece = await paper.PublishAsync("Talked about");
        for (var n = 0; n < 20; n++)
        {
            foreach (var reader in paper.Readers) await reader.GetStringAsync(piece.Path);

            using var answer = await paper.SendAsync(new Reply(piece, $"Reply number {n}."), browser: paper.Readers[n % 3]);

            Assert.Equal(303, (int)answer.StatusCode);
            foreach (var reader in paper.Readers) Assert.Contains($"Reply number {n}.", await reader.GetStringAsync(piece.Path));
        }
    }

    private Task PublishAsync(int edition) => paper.PublishElsewhereAsync($"Edition {edition} of it", fields: "slug: hammered");

    private static async Task<(int Edition, string Status)> EditionAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return (int.Parse(Edition().Match(text).Groups[1].Value), answer.Headers.GetValues("Cache-Status").Single());
    }

    [GeneratedRegex("Edition ([0-9]+) of it")]
    private static partial Regex Edition();
}
