using System.Text;

namespace Broadsheet.Tests.Caching;

/// <summary>An answer as a reader gets it.</summary>
/// <param name="Head">Everything that the paper says of the page beside its body, except how it was come by.</param>
/// <param name="CacheStatus">How it was come by.</param>
public sealed record Sheet(string Page, int Status, string Head, string Body, string CacheStatus)
{
    public bool IsHit => CacheStatus == "broadsheet; hit";

    /// <summary>What every program must keep: pages, what was withdrawn, and addresses that moved for good and carry no query.</summary>
    public bool MayBeKept => Status is 200 or 410 || (Status == 301 && !Page.Contains('?'));

    public static async Task<List<Sheet>> ReadAsync(HttpClient browser, IReadOnlyList<string> pages)
    {
        var sheets = new Sheet[pages.Count];
        await Parallel.ForAsync(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, stop) => sheets[n] = await ReadAsync(browser, pages[n]));
        return [.. sheets];
    }

    /// <summary>Null when they agree, else where they first part.</summary>
    public string? DiffersFrom(Sheet other)
    {
        if ((Status, Head) != (other.Status, other.Head)) return $"{Status} {Head}\n   instead of {other.Status} {other.Head}";
        if (Body == other.Body) return null;
        var at = Body.Zip(other.Body).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(Body, at)}…\n   instead of …{Around(other.Body, at)}…";
    }

    private static async Task<Sheet> ReadAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        var cacheStatus = answer.Headers.TryGetValues("Cache-Status", out var told) ? string.Join(", ", told) : "";
        // The names that a page hangs on are a set; a redirect that was not kept says none.
        var names = answer.Headers.TryGetValues("Surrogate-Key", out var keys) && answer.Content.Headers.ContentType is not null ? string.Join(' ', keys.Single().Split(' ').Order()) : "";
        string?[] head = [answer.Content.Headers.ContentType?.ToString(), answer.Headers.Location?.ToString(), answer.Headers.ETag?.ToString(), answer.Headers.CacheControl?.ToString() is { } control && names.Length > 0 ? control : "", names];
        return new Sheet(page, (int)answer.StatusCode, string.Join(" | ", head), Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), cacheStatus);
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)].ReplaceLineEndings(" ");
}
