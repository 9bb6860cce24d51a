using Broadsheet.Domain.Text;

namespace Broadsheet.Tests.Text;

public class PlainTextTests
{
    [Theory]
    [InlineData("<p>One <em>two</em>.</p><p>Three</p>", "One two.\nThree")]
    [InlineData(" <p>a\u00a0 b</p>\n<P>c</P> ", "a b\nc")]
    [InlineData("a<br>b<BR />c<br/>d", "a\nb\nc\nd")]
    [InlineData("<ul><li>x &amp; y</li><li>&lt;b&gt;</li></ul>", "x & y\n<b>")]
    [InlineData("<a title=\"p\">un</a>believable", "unbelievable")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("open <p", "open <p")]
    [InlineData("<p> </p>", "")]
    [InlineData("", "")]
    public void Only_the_words_are_left(string html, string text) => Assert.Equal(text, PlainText.Of(html));
}
