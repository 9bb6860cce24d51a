using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Broadsheet.Domain.Comments;
using CsCheck;

namespace Broadsheet.Tests.Comments;

public sealed partial class CommentTextTests
{
    [Theory]
    [InlineData("One.\n\nTwo,\nthree.", "<p>One.</p>\n<p>Two,<br>\nthree.</p>")]
    [InlineData("a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>")]
    [InlineData("See https://example.org/a?b=c&d.", "<p>See <a href=\"https://example.org/a?b=c&amp;d\" rel=\"nofollow ugc noopener\">https://example.org/a?b=c&amp;d</a>.</p>")]
    [InlineData("(http://example.org)", "<p>(<a href=\"http://example.org/\" rel=\"nofollow ugc noopener\">http://example.org</a>)</p>")]
    [InlineData("https://bank.example:x@evil.example/", "<p>https://bank.example:x@evil.example/</p>")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>")]
    [InlineData("", "")]
    public void What_was_typed_becomes_paragraphs_and_links(string typed, string html) => Assert.Equal(html, CommentText.ToHtml(typed));

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:", "https://", "http://e.org/\"onmouseover=\"x", "http://e.org/<b>",
            "http://e.org/'><i>", "&lt;", "&#60;", "&#x3c;script&#62;", "</p>", "<!--", "-->", "]]>", "\n\n", "\n", "\t", "<", ">", "\"", "'", "&", "http://e.org/a", "http://e.org/\u202e", "http://\ud800.org", "\ud83d", "http://[::1]/<", "HTTPS://E.ORG/%3Cscript%3E"),
        Gen.String[Gen.Char, 0, 6]).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Whatever_is_typed_no_tag_comes_out_but_ours() => Hostile.Sample(typed => !Ours().Replace(CommentText.ToHtml(typed), "").Contains('<'), iter: 5000);

    [Fact]
    public void A_browser_sees_paragraphs_breaks_and_links_of_the_web_only() => Hostile.Sample(typed =>
        new HtmlParser().ParseDocument("<body>" + CommentText.ToHtml(typed)).Body!.QuerySelectorAll("*").All(e => e.LocalName switch
        {
            "p" or "br" => e.Attributes.Length == 0,
            "a" => e.Attributes.Select(a => a.Name).SequenceEqual(["href", "rel"]) && Regex.IsMatch(e.GetAttribute("href")!, "^https?://"),
            _ => false,
        }), iter: 2000);

    [GeneratedRegex("""</?p>|<br>|</a>|<a href="https?://[^"<>]*" rel="nofollow ugc noopener">""")]
    private static partial Regex Ours();
}
