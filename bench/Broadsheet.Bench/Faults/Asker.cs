using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Faults;

/// <summary>Looks at a paper that was brought over as its readers do: whether what was sound shows, and whether anything that was kept does.</summary>
/// <param name="server">Its address.</param>
public sealed partial class Asker(string server)
{
    private static readonly string[] Beginnings = ["/", "/feed/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt"];

    private readonly ConcurrentBag<string> found = [];
    private readonly ConcurrentDictionary<string, bool> visited = [];

    /// <summary>What readers miss and what they should not see; empty when all is well.</summary>
    public async Task<IReadOnlyCollection<string>> LookAsync(PlantedFile file, CancellationToken stop)
    {
        await EachAsync(Sights(file), pair => ShowsAsync(pair.Planted, pair.Sight, stop), stop);
        await EachAsync(file.Planted.Where(p => p.Canary is not null), planted => IsNotFoundAsync(planted, stop), stop);
        await IsNoNewsAsync(file, stop);
        await EverywhereAsync(stop);
        foreach (var (planted, sight) in Sights(file).Where(pair => !pair.Sight.Address.Contains('?') && !visited.ContainsKey(Decoded(pair.Sight.Address)))) found.Add($"not linked from anywhere: {planted}: {sight.Address}");
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<(Planted Planted, Sight Sight)> Sights(PlantedFile file) => file.Planted.SelectMany(planted => planted.Sights.Select(sight => (planted, sight)));

    private async Task ShowsAsync(Planted planted, Sight sight, CancellationToken stop)
    {
        var (status, page) = await GetAsync(sight.Address, stop);
        if (status != 200) found.Add($"not shown: {planted}: {sight.Address} answers {status}");
        else if (sight.Words.Where(word => !page.Contains(word, StringComparison.Ordinal)).ToList() is { Count: > 0 } missing) found.Add($"not shown: {planted}: {sight.Address} lacks {string.Join(", ", missing)}");
    }

    // The page repeats what was asked for, and must not hold it any more often than a word that is nowhere.
    private async Task IsNotFoundAsync(Planted planted, CancellationToken stop)
    {
        const string nothing = "qznothing";
        var ((_, page), (_, empty)) = (await GetAsync($"/search?q={planted.Canary}", stop), await GetAsync($"/search?q={nothing}", stop));
        if (page.Split(planted.Canary!).Length > empty.Split(nothing).Length) found.Add($"shown to readers: {planted}: by a search");
    }

    // Everything that was planted is older than what stands around it, and so is what has no sound date.
    private async Task IsNoNewsAsync(PlantedFile file, CancellationToken stop)
    {
        var (_, feed) = await GetAsync("/feed/", stop);
        foreach (var planted in file.Planted.Where(p => p.Sights.Any(sight => feed.Contains(sight.Address + "<", StringComparison.Ordinal)))) found.Add($"shown as news: {planted}");
    }

    // From link to link, and the feed and the text of each page.
    private async Task EverywhereAsync(CancellationToken stop)
    {
        for (IReadOnlyCollection<string> next = Beginnings; next.Count > 0;)
        {
            ConcurrentBag<string> links = [];
            await EachAsync(next, async address => { foreach (var link in (await LinksOfAsync(address, stop)).Where(link => visited.TryAdd(Decoded(link), true))) links.Add(link); }, stop);
            next = links;
        }
    }

    private async Task<IEnumerable<string>> LinksOfAsync(string address, CancellationToken stop)
    {
        var (status, page) = await GetAsync(address, stop);
        if (page.Contains(Seed.CanaryMark, StringComparison.Ordinal)) found.Add($"shown to readers: {Canaries().Match(page).Value} at {address}");
        if (status != 200) return [];
        var links = Links().Matches(page).Select(link => link.Groups["path"].Value).Where(path => !Aside().IsMatch(path));
        return address.EndsWith("/feed/", StringComparison.Ordinal) || address.EndsWith("/text/", StringComparison.Ordinal) || address.Contains('?') || !address.EndsWith('/') ? links : links.Concat([address + "feed/", address + "text/"]);
    }

    private async Task<(int Status, string Page)> GetAsync(string address, CancellationToken stop)
    {
        using var answer = await Visitor.Http.SendAsync(Visitor.Get(server + address, "identity"), stop);
        if (answer.StatusCode == HttpStatusCode.MovedPermanently && answer.Headers.Location is { IsAbsoluteUri: false } there && there.OriginalString != address) return await GetAsync(there.OriginalString, stop);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(stop)));
    }

    // What is left encoded after the first time, the paper encodes once more.
    private static string Decoded(string address) => Uri.UnescapeDataString(Uri.UnescapeDataString(address));

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> look, CancellationToken stop) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Visitor.AtOnce, CancellationToken = stop }, async (one, _) => await look(one));

    [GeneratedRegex("""(?:href="|<loc>https?://[^/<]+|<link>https?://[^/<]+)(?<path>/(?!/)[^"#<]*)""")]
    private static partial Regex Links();

    // Files, and forms that repeat what was typed.
    [GeneratedRegex("^/(?:media|theme|search|comments|newsroom)/?")]
    private static partial Regex Aside();

    [GeneratedRegex(Seed.CanaryMark + @"\d+x")]
    private static partial Regex Canaries();
}
