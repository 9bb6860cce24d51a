using Broadsheet.Import.Bodies;

namespace Broadsheet.Tests.Bodies;

public sealed class MarkdownBodyTests
{
    private static readonly MarkdownBody Body = new(mark => mark.Address.StartsWith("none") ? null : $"<img src=\"/media/1/800.webp\" alt=\"{mark.Alt}\">");

    [Theory]
    [InlineData("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>")]
    [InlineData("## Subhead", "<h2>Subhead</h2>")]
    [InlineData("# Too great a head", "<h2>Too great a head</h2>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("*a* **b** [c](https://example.org/)", "<p><em>a</em> <strong>b</strong> <a href=\"https://example.org/\">c</a></p>")]
    [InlineData("Say \"so\" -- at last...", "<p>Say “so” – at last…</p>")]
    public void Markdown_is_set_as_plain_HTML(string markdown, string html) => Assert.Equal(html, Body.Set(markdown));

    [Fact]
    public void A_picture_on_a_line_of_its_own_is_a_figure() =>
        Assert.Equal("<figure><img src=\"/media/1/800.webp\" alt=\"A bridge\"><figcaption>The bridge <span class=\"credit\">Ann</span></figcaption></figure>", Body.Set("![A bridge](bridge.svg \"The bridge | Ann\")"));

    [Fact]
    public void Several_pictures_on_a_line_are_a_gallery() =>
        Assert.Equal("<figure class=\"gallery\"><figure><img src=\"/media/1/800.webp\" alt=\"A\"></figure><figure><img src=\"/media/1/800.webp\" alt=\"B\"><figcaption>Caption</figcaption></figure></figure>", Body.Set("![A](a.svg)\n![B](b.svg \"Caption\")"));

    [Fact]
    public void The_last_line_of_a_quotation_says_whose_it_is()
    {
        const string set = "<blockquote>\n<p>It was time.</p><p class=\"attribution\">Ann Reader</p>\n</blockquote>";

        Assert.Equal(set, Body.Set("> It was time.\n> — Ann Reader"));
        Assert.Equal(set.Replace("</p><p", "</p>\n<p"), Body.Set("> It was time.\n>\n> – Ann Reader"));
        Assert.DoesNotContain("attribution", Body.Set("> It was – after all – time."));
    }

    [Fact]
    public void A_table_can_be_scrolled_and_says_what_it_holds()
    {
        var html = Body.Set("| | For | Against |\n|---|---:|---:|\n| Mayor | 14 | 3 |");

        Assert.StartsWith("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"For, Against\"><table>", html);
        Assert.Contains("<td>Mayor</td>", html);
        Assert.DoesNotContain("style=", html);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abcdefghijk&t=3", "https://www.youtube-nocookie.com/embed/abcdefghijk")]
    [InlineData("https://youtu.be/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk")]
    [InlineData("https://vimeo.com/123456", "https://player.vimeo.com/video/123456")]
    public void A_film_is_a_link_until_somebody_clicks(string address, string player)
    {
        var html = Body.Set(address);

        Assert.StartsWith("<figure class=\"embed\"><a class=\"embed-link\" href=\"" + address.Replace("&", "&amp;"), html);
        Assert.Contains($"data-embed=\"{player}\"", html);
        Assert.DoesNotContain("iframe", html);
    }

    [Theory]
    [InlineData("https://www.youtube.com.evil.example/watch?v=abcdefghijk")]
    [InlineData("http://youtu.be/abcdefghijk")]
    [InlineData("https://vimeo.com/123456/../x")]
    [InlineData("See https://youtu.be/abcdefghijk")]
    public void Any_other_address_is_no_film(string text) => Assert.DoesNotContain("data-embed", Body.Set(text));

    [Fact]
    public void A_fact_box_is_an_aside() =>
        Assert.Equal("<aside class=\"facts\"><h3>In short</h3>\n<p>Nine years.</p>\n</aside>", Body.Set("::: aside\n### In short\n\nNine years.\n:::"));

    [Theory]
    [InlineData("<script>alert(1)</script>Text")]
    [InlineData("<p onclick=\"alert(1)\">Text</p>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>Text")]
    [InlineData("[Text](javascript:alert(1))")]
    [InlineData("<style>p{}</style>Text")]
    [InlineData("<a href=\"data:text/html,x\">Text</a>")]
    [InlineData("<form action=\"/comments\"><input name=a>Text</form>")]
    [InlineData("<p style=\"position:fixed\">Text</p>")]
    public void What_could_run_or_deceive_is_taken_out(string markdown)
    {
        var html = Body.Set(markdown);

        Assert.Contains("Text", html);
        foreach (var bad in new[] { "<script", "onclick", "<iframe", "javascript:", "<style", "data:", "<form", "<input", "style=" }) Assert.DoesNotContain(bad, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_caption_is_text() =>
        Assert.Contains("<figcaption>&lt;b&gt; &amp; “c”</figcaption>", Body.Set("![A](a.svg \"<b> & “c”\")"));
}
