using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Do the front, lists, feeds and sitemaps name nothing but what is public, and do feeds call each article what its old site called it?</summary>
internal sealed partial class ListProof(Inquiry inquiry)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="Path">Decoded.</param>
    /// <param name="Guid">Null where the list gives none.</param>
    private sealed record Entry(string Path, string? Guid);

    private int count, feedNames;

    /// <summary>How many were read.</summary>
    public int Count => count;

    /// <summary>How many articles in feeds had a name of their old site.</summary>
    public int FeedNames => feedNames;

    /// <summary>Those that no old address leads to.</summary>
    public async Task RunAsync()
    {
        string[] first = ["/", "/feed/", "/comments/feed/", "/news-sitemap.xml"];
        await inquiry.EachAsync(first.ToAsyncEnumerable(), LookAsync);
        var maps = XDocument.Parse((await inquiry.GetAsync("/sitemap.xml")).Text).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery);
        await inquiry.EachAsync(maps.ToAsyncEnumerable(), LookAsync);
        var sections = inquiry.RowsAsync(0L, (db, last) => db.Sections.Where(s => s.Id > last).OrderBy(s => s.Id).Select(s => new { s.Id, s.Path }), section => section.Id);
        await inquiry.EachAsync(sections, section => LookAsync(Links.Encoded(section.Path), "feed/"));
        // However far back one turns their pages.
        await inquiry.EachAsync(inquiry.StreamAsync(db => db.Listed.Join(db.Articles.Where(a => a.State != ArticleState.Published), l => l.ArticleId, a => a.Id, (l, a) => new { l.List, a.Path })), listed =>
        {
            inquiry.Find(Links.Encoded(listed.Path), $"stands in a list ({listed.List}), and is not public");
            return Task.CompletedTask;
        });
    }

    private async Task LookAsync(string address, string form)
    {
        await LookAsync(address);
        await LookAsync(address + form);
    }

    private async Task LookAsync(string address)
    {
        var list = await inquiry.GetAsync(address);
        if (list.Status == 200) await LookAsync(address, list);
    }

    /// <param name="list">A page, a feed or a sitemap.</param>
    public async Task LookAsync(string address, Answer list)
    {
        Interlocked.Increment(ref count);
        foreach (var some in EntriesOf(list).Chunk(Inquiry.PerPage)) await ArePublicAsync(address, some);
        foreach (var some in list.Numbers("#comment-").Distinct().Chunk(Inquiry.PerPage))
            foreach (var id in await inquiry.AskAsync(db => db.Comments.Where(c => some.Contains(c.Id) && c.State != CommentState.Visible).Select(c => c.Id).ToListAsync(inquiry.Stop)))
                inquiry.Find(address, $"names the reply {id}, which is not public");
    }

    private async Task ArePublicAsync(string address, Entry[] entries)
    {
        var paths = entries.Select(e => e.Path).Distinct().ToList();
        var articles = await inquiry.AskAsync(db => db.Articles.Where(a => paths.Contains(a.Path)).ToDictionaryAsync(a => a.Path, a => new { a.State, a.Guid }, inquiry.Stop));
        foreach (var (path, article) in articles.Where(a => a.Value.State != ArticleState.Published)) inquiry.Find(address, $"names {path}, which is not public");
        foreach (var entry in entries)
            if (entry.Guid is not null && articles.GetValueOrDefault(entry.Path)?.Guid is { } guid) IsCalled(address, entry, guid);
    }

    private void IsCalled(string address, Entry entry, string guid)
    {
        Interlocked.Increment(ref feedNames);
        if (entry.Guid != guid) inquiry.Find(address, $"calls {entry.Path} {entry.Guid}; the old site called it {guid}");
    }

    private static IEnumerable<Entry> EntriesOf(Answer list) => list.IsXml
        ? XDocument.Parse(list.Text).Descendants().Where(e => e.Name == "item" || e.Name == Map + "loc").Select(e => new Entry(PathOf(e.Element("link")?.Value ?? e.Value), e.Element("guid")?.Value))
        : Hrefs().Matches(list.Text).Select(m => new Entry(PathOf(m.Groups[1].Value), null));

    private static string PathOf(string address) => Uri.UnescapeDataString(Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme != Uri.UriSchemeFile ? whole.AbsolutePath : address.Split('?', '#')[0]);

    // Of this site only.
    [GeneratedRegex("href=\"(/(?!/)[^\"]*)\"")]
    private static partial Regex Hrefs();
}
