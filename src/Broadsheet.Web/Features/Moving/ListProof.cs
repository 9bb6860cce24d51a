using System.Xml;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Do the front, lists, feeds and sitemaps name nothing but what is public, and do feeds call each article what its old site called it?</summary>
internal sealed class ListProof(Inquiry inquiry)
{
    private int count, feedNames;

    /// <summary>How many were read.</summary>
    public int Count => count;

    /// <summary>How many articles in feeds had a name of their old site.</summary>
    public int FeedNames => feedNames;

    /// <summary>Those that no old address leads to.</summary>
    public async Task RunAsync()
    {
        await inquiry.EachAsync(Fixed().Concat(Sections()), LookAsync);
        // However far back one turns their pages.
        await foreach (var listed in inquiry.StreamAsync(db => db.Listed.Join(db.Articles.Where(a => a.State != ArticleState.Published), l => l.ArticleId, a => a.Id, (l, a) => new { l.List, a.Path })))
            inquiry.Find(Links.Encoded(listed.Path), $"stands in a list ({listed.List}), and is not public");
    }

    private async IAsyncEnumerable<string> Fixed()
    {
        foreach (var address in new[] { "/", "/feed/", "/news-sitemap.xml", "/sitemap.xml" }) yield return address;
        if ((await inquiry.GetAsync("/comments/feed/")).Status == 200) yield return "/comments/feed/";
        if (await inquiry.GetAsync("/sitemap.xml") is { Status: 200 } maps)
            foreach (var map in ListEntry.In(maps)) yield return map.Path;
    }

    private async IAsyncEnumerable<string> Sections()
    {
        await foreach (var section in inquiry.RowsAsync(0L, (db, last) => db.Sections.Where(s => s.Id > last).OrderBy(s => s.Id).Select(s => new { s.Id, s.Path }), section => section.Id))
            foreach (var form in new[] { "", "feed/" }) yield return Links.Encoded(section.Path) + form;
    }

    private async Task LookAsync(string address)
    {
        var list = await inquiry.GetAsync(address);
        if (list.Status == 200) await LookAsync(address, list);
        else inquiry.Find(address, $"answers {list.Told}");
    }

    /// <param name="list">A page, a feed or a sitemap.</param>
    public async Task LookAsync(string address, Answer list)
    {
        Interlocked.Increment(ref count);
        try
        {
            foreach (var some in ListEntry.In(list).Chunk(Inquiry.PerPage)) await ArePublicAsync(address, some);
        }
        catch (XmlException fault) { inquiry.Find(address, $"cannot be read: {fault.Message}"); }
        foreach (var some in list.Numbers("#comment-").Distinct().Chunk(Inquiry.PerPage)) await AreVisibleAsync(address, some);
    }

    private async Task ArePublicAsync(string address, ListEntry[] entries)
    {
        var paths = entries.Select(e => e.Path).Distinct().ToList();
        var articles = await inquiry.AskAsync(db => db.Articles.Where(a => paths.Contains(a.Path)).Select(a => new { a.Path, a.State, a.Guid }).ToDictionaryAsync(a => a.Path, inquiry.Stop));
        foreach (var article in articles.Values.Where(a => a.State != ArticleState.Published)) inquiry.Find(address, $"names {article.Path}, which is not public");
        foreach (var entry in entries)
            if (entry.Guid is not null && articles.GetValueOrDefault(entry.Path)?.Guid is { } guid) IsCalled(address, entry, guid);
    }

    private void IsCalled(string address, ListEntry entry, string guid)
    {
        Interlocked.Increment(ref feedNames);
        if (entry.Guid != guid) inquiry.Find(address, $"calls {entry.Path} {entry.Guid}; the old site called it {guid}");
    }

    private async Task AreVisibleAsync(string address, long[] replies)
    {
        var hidden = await inquiry.AskAsync(db => db.Comments.Where(c => replies.Contains(c.Id) && c.State != CommentState.Visible).Select(c => c.Id).ToListAsync(inquiry.Stop));
        foreach (var id in hidden) inquiry.Find(address, $"names the reply {id}, which is not public");
    }
}
