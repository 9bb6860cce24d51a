using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Comments;

/// <summary>Turns what a reader typed into safe HTML: everything is text; blank lines part paragraphs; web addresses become links.</summary>
public static partial class CommentText
{
    public static string ToHtml(string typed)
    {
        var html = new StringBuilder();
        foreach (var paragraph in BlankLines().Split(typed).Where(p => p.Trim().Length > 0))
            html.Append("<p>").AppendJoin("<br>\n", paragraph.Trim().Split('\n').Select(Line)).Append("</p>\n");
        return html.ToString().TrimEnd();
    }

    private static string Line(string line)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match link in WebAddresses().Matches(line))
        {
            html.Append(Encode(line[from..link.Index])).Append(Link(link.Value));
            from = link.Index + link.Length;
        }
        return html.Append(Encode(line[from..].TrimEnd())).ToString();
    }

    private static string Link(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            ? $"<a href=\"{Encode(uri.AbsoluteUri)}\" rel=\"nofollow ugc noopener\">{Encode(address)}</a>"
            : Encode(address);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\bhttps?://[^\s<>""'`{}|\\^]+[^\s<>""'`{}|\\^.,;:!?)\]]")]
    private static partial Regex WebAddresses();
}
