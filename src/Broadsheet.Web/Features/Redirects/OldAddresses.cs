using System.Text.RegularExpressions;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Redirects;

/// <summary>Addresses of the site that the paper was brought over from: where each leads today.</summary>
public static partial class OldAddresses
{
    private static readonly Question<string>
        Entered = new("select target from old_address where path = @p0", row => row.GetString(0)),
        OfArticle = new("select a.path from address d join article a on a.id = d.article_id where d.path = @p0 and a.state = 'Published'", row => row.GetString(0)),
        OfNumber = new("select path from article where id = @p0 and state = 'Published'", row => row.GetString(0));

    // What may come to stand at the path instead: an article that is new there, or has moved there.
    private static readonly string[] Hangs = [Names.OldAddresses, Names.Articles, Names.Cards];

    /// <summary>An encoded path of ours; null when the old site had no such address, or nothing of it came over.</summary>
    /// <param name="path">Decoded; of nothing that the paper has itself.</param>
    public static async Task<string?> LeadAsync(string path, ReadingRoom room, CancellationToken stop)
    {
        if (await EnteredAsync(path, room, stop) is { } target) return target;
        if (Sized().Match(path) is { Success: true } picture && await EnteredAsync(Sized().Replace(path, "$1"), room, stop) is { } original) return original;
        if (Ending().Match(path) is not { Success: true } ending) return null;
        var inner = path[..(ending.Index + 1)];
        return await WithinAsync(inner, room, stop) is { } whole ? whole + Ours(ending, inner, whole) : null;
    }

    /// <summary>"/?p=12" and its kind.</summary>
    /// <param name="path">Where the old site had its front.</param>
    public static async Task<string?> LeadAsync(string path, IQueryCollection query, ReadingRoom room, CancellationToken stop)
    {
        foreach (var name in new[] { "p", "page_id", "attachment_id", "cat", "author", "tag" })
        {
            if (query[name].ToString() is not { Length: > 0 } value) continue;
            if (await EnteredAsync($"{path}?{name}={value}", room, stop) is { } target) return target;
            if (path != "/") return null;
            return name is "p" or "page_id" && long.TryParse(value, out var id) && await room.AskAsync(db => OfNumber.FirstAsync(db, stop, id), Hangs) is { } article ? Links.Encoded(article) : null;
        }
        if (path != "/") return null;
        if (query["s"].ToString() is { Length: > 0 } words) return $"/search?q={Uri.EscapeDataString(words)}";
        if (query.ContainsKey("feed")) return "/feed/";
        return Month().Match(query["m"].ToString()) is { Success: true } month ? $"/{string.Join('/', month.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))}/" : null;
    }

    private static async Task<string?> EnteredAsync(string path, ReadingRoom room, CancellationToken stop)
    {
        string[] forms = path.Contains('?') ? [path] : path.EndsWith('/') ? [path, path.TrimEnd('/')] : [path, path + "/"];
        foreach (var form in forms)
            if (await room.AskAsync(db => Entered.FirstAsync(db, stop, form), Hangs) is { } target) return target;
        return null;
    }

    private static async Task<string?> WithinAsync(string path, ReadingRoom room, CancellationToken stop)
    {
        if (path == "/" || Day().IsMatch(path)) return path;
        foreach (var form in new[] { path, path.TrimEnd('/') })
            if (await room.AskAsync(db => OfArticle.FirstAsync(db, stop, form), Hangs) is { } article) return Links.Encoded(article);
        if ((await SectionTree.OfAsync(room, stop)).At(path) is { } section) return section.Url;
        return await EnteredAsync(path, room, stop);
    }

    // Lists go on in a query here; a feed is in one form; an article has one page and one for its text.
    private static string Ours(Match ending, string inner, string whole) => ending.Groups["page"] switch
    {
        { Success: true } page when inner != "/" => page.Value == "1" ? "" : $"?page={page.Value}",
        _ when ending.Groups["feed"].Success && !whole.StartsWith("/topics/") && !whole.StartsWith("/authors/") => "feed/",
        _ => "",
    };

    [GeneratedRegex(@"/(?:(?<feed>feed|rss)(?:/(?:rss2?|atom|rdf|feed))?|page/(?<page>\d{1,6})|comment-page-\d{1,6}|amp|embed|trackback)/?$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled)(\.[A-Za-z0-9]{2,5})$")]
    private static partial Regex Sized();

    [GeneratedRegex(@"^(\d{4})(\d\d)?(\d\d)?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^/\d{4}/(?:\d\d/){0,2}$")]
    private static partial Regex Day();
}
