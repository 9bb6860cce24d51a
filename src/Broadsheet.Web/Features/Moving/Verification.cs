using System.Collections.Concurrent;
using System.Net;
using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Holds a paper that was brought over against itself, from outside: every old address is asked for on the running site, and what is not public is looked for everywhere.</summary>
/// <param name="site">Asks the running site; must follow no redirect.</param>
public sealed class Verification(HttpClient site, NewsDb db)
{
    /// <param name="Address">What was asked for.</param>
    public sealed record Finding(string Address, string What);

    /// <param name="Articles">Asked for by their own address and by their number.</param>
    /// <param name="Addresses">Old ones that lead elsewhere.</param>
    /// <param name="KeptBack">Pieces that readers must not see.</param>
    /// <param name="CommentsKeptBack">Replies that readers must not see.</param>
    /// <param name="Findings">Empty when all is as it should be.</param>
    public sealed record Outcome(int Articles, int Addresses, int KeptBack, int CommentsKeptBack, IReadOnlyList<Finding> Findings);

    // Enough to keep the site busy.
    private const int AtOnce = 8;

    // So many words in a row are nobody else's.
    private const int TellingWords = 12;

    private sealed record Old(long OldId, string Path, string Headline);

    private readonly ConcurrentBag<Finding> findings = [];

    /// <param name="progress">Told now and then how many addresses have been asked for.</param>
    public async Task<Outcome> RunAsync(Action<int> progress, CancellationToken stop)
    {
        var asked = 0;
        Task Each<T>(IEnumerable<T> all, Func<T, Task> look) => Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (one, _) =>
        {
            await look(one);
            progress(Interlocked.Increment(ref asked));
        });

        var articles = await db.Brought.AsNoTracking().Where(b => b.Kind == Brought.Article).Join(db.Articles.Where(a => a.State == ArticleState.Published), b => b.NewId, a => a.Id, (b, a) => new { b.OldId, a.Path, a.RevisionId })
            .Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new Old(a.OldId, a.Path, r.Headline)).ToListAsync(stop);
        await Each(articles, article => ArticleAsync(article, stop));

        var addresses = await db.OldAddresses.AsNoTracking().ToListAsync(stop);
        await Each(addresses, address => LeadsAsync(address.Path, address.Target, stop));
        await Each(addresses.Select(a => a.Target).Distinct(), target => AnswersAsync(target, stop));

        var kept = await db.WorkingCopies.AsNoTracking().Join(db.Articles.Where(a => a.RevisionId == null), c => c.ArticleId, a => a.Id, (c, a) => new { a.Id, a.Path, c.Copy }).ToListAsync(stop);
        var (everywhere, front) = (await EverywhereAsync(stop), (await GetAsync("/", stop)).Text);
        await Each(kept, piece => IsHiddenAsync(piece.Id, piece.Path, piece.Copy.Headline, front, everywhere, stop));

        var held = await db.Comments.AsNoTracking().Where(c => c.State != CommentState.Visible).Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { a.Path, c.Body }).ToListAsync(stop);
        var shown = await db.Comments.AsNoTracking().Where(c => c.State == CommentState.Visible).Select(c => c.Body).ToListAsync(stop);
        var telling = shown.Select(Telling).ToHashSet();
        var hidden = held.Select(c => (c.Path, Words: Telling(c.Body))).Where(c => c.Words.Length > 0 && !telling.Contains(c.Words));
        await Each(hidden.GroupBy(c => c.Path), group => AreHiddenAsync(group.Key, [.. group.Select(c => c.Words)], stop));
        return new Outcome(articles.Count, addresses.Count, kept.Count, held.Count, [.. findings.OrderBy(f => f.Address, StringComparer.Ordinal)]);
    }

    private async Task ArticleAsync(Old article, CancellationToken stop)
    {
        var here = Links.Encoded(article.Path);
        var (status, _, text) = await GetAsync(here, stop);
        if (status != 200) Find(here, $"answers {status}, though the article is published");
        else if (!Plain(text).Contains(Plain(WebUtility.HtmlEncode(article.Headline)), StringComparison.Ordinal)) Find(here, "does not show its headline");
        if (article.OldId > 0) await LeadsAsync($"/?p={article.OldId}", here, stop);
    }

    private async Task LeadsAsync(string path, string target, CancellationToken stop)
    {
        var address = path.Contains('?') ? path : Links.Encoded(path);
        var (status, location, _) = await GetAsync(address, stop);
        // Two things of the old site may have had one address; the one that has it now answers itself.
        if (status == 200 && !path.Contains('?')) return;
        if (status != 301 || location != target) Find(address, $"answers {status}{(location is null ? "" : " to " + location)}; it should lead to {target}");
    }

    private async Task AnswersAsync(string target, CancellationToken stop)
    {
        var (status, location, _) = await GetAsync(target, stop);
        if (status is not (200 or 301)) Find(target, $"is where old addresses lead, and answers {status}{(location is null ? "" : " to " + location)}");
    }

    private async Task IsHiddenAsync(long id, string path, string headline, string front, string everywhere, CancellationToken stop)
    {
        var here = Links.Encoded(path);
        foreach (var address in new[] { here, here + "text/", here + "feed/", $"/?p={id}", $"/?page_id={id}", $"/?p={id}&preview=true" })
        {
            var (status, location, text) = await GetAsync(address, stop);
            if (location is not null && location.StartsWith(here, StringComparison.Ordinal)) Find(address, "leads to a piece that is not public");
            // By a number that leads nowhere one sees the front.
            if (status == 200 && text != front) Find(address, "shows something, where a piece is that is not public");
        }
        if (everywhere.Contains($"{here}<", StringComparison.Ordinal) || everywhere.Contains($"\"{here}\"", StringComparison.Ordinal)) Find(here, "is named on the front, in a feed or in a sitemap");
        var query = string.Join(' ', PlainText.Of(headline).Split(' ').Take(6));
        var (_, _, found) = await GetAsync($"/search?q={Uri.EscapeDataString(query)}", stop);
        if (found.Contains($"href=\"{here}\"", StringComparison.Ordinal)) Find(here, "is found by a search");
    }

    private async Task AreHiddenAsync(string path, string[] texts, CancellationToken stop)
    {
        var here = Links.Encoded(path);
        foreach (var address in new[] { here, here + "feed/" })
        {
            var text = Plain(PlainText.Of(WebUtility.HtmlDecode((await GetAsync(address, stop)).Text)));
            foreach (var words in texts.Where(words => text.Contains(words, StringComparison.Ordinal))) Find(address, $"shows a reply that is not public: {words}");
        }
    }

    private async Task<string> EverywhereAsync(CancellationToken stop)
    {
        List<string> pages = [];
        var maps = (await GetAsync("/sitemap.xml", stop)).Text.Split("<loc>").Skip(1).Select(part => new Uri(part[..part.IndexOf('<')]).PathAndQuery);
        foreach (var address in maps.Concat(["/", "/feed/", "/news-sitemap.xml"])) pages.Add((await GetAsync(address, stop)).Text);
        return string.Join('\n', pages);
    }

    private async Task<(int Status, string? Location, string Text)> GetAsync(string address, CancellationToken stop)
    {
        using var answer = await site.GetAsync(address, stop);
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(stop));
    }

    private void Find(string address, string what) => findings.Add(new(address, what));

    // Of one kind of space, and of apostrophes.
    private static string Plain(string html) => string.Join(' ', WebUtility.HtmlDecode(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first words of a text; empty when it has too few to be told from another.</summary>
    private static string Telling(string html)
    {
        var words = PlainText.Of(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 4 ? "" : string.Join(' ', words.Take(TellingWords));
    }
}
