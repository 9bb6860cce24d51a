using System.Net;
using System.Text;

namespace Broadsheet.Web.Caching;

/// <summary>Which page a request asks for: its path and those parts of the query that pages read. Whatever else a link carries (utm_source, fbclid) leads to the same page.</summary>
public static class PageKey
{
    /// <summary>In this order. A page that reads another must add it here: it is taken from the request before the page is drawn.</summary>
    private static readonly string[] Read = ["q", "page", "replies", "replyto", "reply", "history"];

    /// <summary>What a page reads only where it is asked for a history.</summary>
    private static readonly string[] OfHistory = ["from", "to"];

    /// <summary>What makes a page one reader's own, so that it is drawn for them alone.</summary>
    private const string Personal = "remembered";

    /// <summary>What the front's address is asked for with by old links to something else ("/?p=12").</summary>
    private static readonly string[] Old = ["p", "page_id", "attachment_id", "cat", "author", "tag", "m", "s", "feed"];

    /// <summary>Whether the request asks in the old site's way, by number.</summary>
    public static bool IsOld(HttpRequest request) => request.Path == "/" && request.QueryString.HasValue && Old.Any(request.Query.ContainsKey);

    /// <summary>Null for a request that no kept page answers.</summary>
    public static string? Of(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Query.ContainsKey(Personal) || IsOld(request)) return null;
        var path = request.Path.ToUriComponent();
        if (!request.QueryString.HasValue) return path;
        var key = new StringBuilder(path);
        foreach (var name in request.Query.ContainsKey("history") ? Read.Concat(OfHistory) : Read)
            if (request.Query.TryGetValue(name, out var value)) key.Append(key.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(WebUtility.UrlEncode(value.ToString()));
        return key.ToString();
    }
}
