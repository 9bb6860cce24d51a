using System.Text.RegularExpressions;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.WordPress.Texts;

namespace Broadsheet.Tests.WordPress;

public sealed partial class OldBodyTests
{
    private readonly List<string> unknown = [];

    [Theory]
    [InlineData("One\ntwo\n\nThree", "<p>One<br>\ntwo</p>\n<p>Three</p>")]
    [InlineData("One\r\n\r\nTwo", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<h2>A</h2>\nText", "<h2>A</h2>\n<p>Text</p>")]
    [InlineData("Text <em>and</em>\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<p>Text <em>and</em></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p>\n<p>Two</p></blockquote>")]
    [InlineData("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>")]
    [InlineData("", "")]
    public void Blank_lines_make_paragraphs(string content, string html) => Assert.Equal(Tight(html), Tight(Set(content)));

    [Theory]
    [InlineData("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->", "<p>One\ntwo</p>")]
    [InlineData("<!-- wp:paragraph {\"align\":\"left\",\"style\":{\"a\":{\"b\":1}}} -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\nClassic\n\nwords\n\n<!-- wp:separator -->\n<hr class=\"wp-block-separator\"/>\n<!-- /wp:separator -->", "<p>One</p>\n<p>Classic</p>\n<p>words</p>\n<hr>")]
    [InlineData("<!-- wp:block {\"ref\":9} /-->", "<p>From nine</p>")]
    [InlineData("<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><p>Q</p><cite>Who</cite></blockquote>\n<!-- /wp:quote -->", "<blockquote><p>Q</p><p class=\"attribution\">Who</p></blockquote>")]
    [InlineData("<!-- wp:embed {\"url\":\"https://youtu.be/abcdefg\"} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/abcdefg\n</div></figure>\n<!-- /wp:embed -->", "<figure class=\"embed\"><a class=\"embed-link\" href=\"https://www.youtube.com/watch?v=abcdefg\" data-embed=\"https://www.youtube-nocookie.com/embed/abcdefg\">youtube.com</a></figure>")]
    public void Blocks_become_the_papers_HTML(string content, string html) => Assert.Equal(Tight(html), Tight(Set(content)));

    [Fact]
    public void Footnotes_stand_at_the_end() => Assert.Equal(
        "<p>A<sup><a href=\"#n1\" id=\"n1-link\">1</a></sup></p><ol><li id=\"n1\">Note <a href=\"#n1-link\">↩</a></li></ol>",
        Tight(Set("<!-- wp:paragraph --><p>A<sup data-fn=\"n1\" class=\"fn\"><a href=\"#n1\" id=\"n1-link\">1</a></sup></p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->", "[{\"id\":\"n1\",\"content\":\"Note\"}]")));

    [Theory]
    [InlineData("[caption id=\"a\" width=\"300\"]<a href=\"/x.jpg\"><img src=\"https://old.example/a.jpg\" alt=\"Alt\" /></a> The words[/caption]", "<figure><img src=\"/media/1.webp\" alt=\"Alt\"><figcaption>The words</figcaption></figure>")]
    [InlineData("[caption caption=\"Named\"]<img src=\"https://old.example/a.jpg\" alt=\"\">[/caption]", "<figure><img src=\"/media/1.webp\" alt=\"\"><figcaption>Named</figcaption></figure>")]
    [InlineData("[gallery ids=\"5,6\"]", "<figure class=\"gallery\"><figure><img src=\"/media/1.webp\" alt=\"\"></figure><figure><img src=\"/media/1.webp\" alt=\"\"></figure></figure>")]
    [InlineData("[embed]https://vimeo.com/12345[/embed]", "<figure class=\"embed\"><a class=\"embed-link\" href=\"https://vimeo.com/12345\" data-embed=\"https://player.vimeo.com/video/12345\">vimeo.com</a></figure>")]
    [InlineData("[audio mp3=\"https://old.example/a.mp3\"][/audio]", "<p><a href=\"/a.mp3\">https://old.example/a.mp3</a></p>")]
    [InlineData("Before [box color=\"red\"]inside[/box] after", "<p>Before inside after</p>")]
    [InlineData("[contact-form]", "")]
    [InlineData("[[gallery]] is a code", "<p>[gallery] is a code</p>")]
    [InlineData("He said [sic] and [a word] so", "<p>He said [sic] and [a word] so</p>")]
    [InlineData("We [semi-]frequently <em>[re-]</em>build", "<p>We [semi-]frequently <em>[re-]</em>build</p>")]
    [InlineData("Thanks [and <a href=\"https://example.org/a\">to her</a>] too", "<p>Thanks [and <a href=\"https://example.org/a\">to her</a>] too</p>")]
    [InlineData("Before\n\n<p>[contact-form]</p>\n\nafter", "<p>Before</p>\n<p>after</p>")]
    [InlineData("<code>[gallery]</code>", "<p><code>[gallery]</code></p>")]
    public void Shortcodes_become_what_they_stand_for(string content, string html) => Assert.Equal(Tight(html), Tight(Set(content)));

    [Fact]
    public void An_unknown_shortcode_is_told_by_name()
    {
        Set("[box color=\"red\"]in[/box] [gallery ids=\"5\"] [widget id=3 /]");

        Assert.Equal(["box", "widget"], unknown);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abcdefg&t=3", "<figure class=\"embed\"><a class=\"embed-link\" href=\"https://www.youtube.com/watch?v=abcdefg\" data-embed=\"https://www.youtube-nocookie.com/embed/abcdefg\">youtube.com</a></figure>")]
    [InlineData("https://example.org/a?b=1&c=2", "<p><a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a></p>")]
    [InlineData("<iframe src=\"//player.vimeo.com/video/12345?h=1\"></iframe>", "<figure class=\"embed\"><a class=\"embed-link\" href=\"https://vimeo.com/12345\" data-embed=\"https://player.vimeo.com/video/12345\">vimeo.com</a></figure>")]
    [InlineData("<iframe src=\"https://maps.example/x\"></iframe>", "<p><a href=\"https://maps.example/x\">https://maps.example/x</a></p>")]
    [InlineData("<h1>Big</h1><b>bold</b> <i>it</i> <h6>small</h6>", "<h2>Big</h2>\n<p><strong>bold</strong> <em>it</em></p>\n<h4>small</h4>")]
    [InlineData("See <a href=\"https://old.example/2010/x/?a=1#b\">this</a> and <a href=\"https://else.example/\">that</a>", "<p>See <a href=\"/2010/x/?a=1#b\">this</a> and <a href=\"https://else.example/\">that</a></p>")]
    [InlineData("<script>alert(1)</script>Text<img src=\"https://elsewhere.example/spy.gif\">", "<p>Text</p>")]
    public void Old_markup_reads_well(string content, string html) => Assert.Equal(Tight(html), Tight(Set(content)));

    private string Set(string content, string? footnotes = null)
    {
        var codes = new Shortcodes(id => id is 5 or 6 ? "https://old.example/a.jpg" : null, () => [5], unknown.Add);
        var html = Blocks.Has(content) ? codes.Replaced(new Blocks(id => id == 9 ? "From nine" : null).Html(content, footnotes)) : Paragraphs.Of(codes.Replaced(content));
        return new OldBody(address => address.Replace("https://old.example", ""), (address, alt) => address == "https://old.example/a.jpg" ? $"<img src=\"/media/1.webp\" alt=\"{alt}\">" : null).Set(html);
    }

    // Line feeds between elements mean nothing.
    private static string Tight(string html) => LineFeeds().Replace(html, "><");

    [GeneratedRegex(@">\s*\n\s*<")]
    private static partial Regex LineFeeds();
}
