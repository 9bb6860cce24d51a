using System.Xml.Linq;

namespace Broadsheet.Tests.Feeds;

/// <summary>Apart from the other sentences about feeds: where this fails, the feed of this paper cannot be read at all.</summary>
public sealed class OddSignsTests(OpenPaper paper) : PaperTest<OpenPaper>
{
    [Theory]
    [InlineData("/feed/")]
    [InlineData("/odd/feed/")]
    [InlineData("/news-sitemap.xml")]
    [InlineData("/odd/signs/feed/")]
    public async Task What_is_sent_is_XML_whatever_was_written(string path)
    {
        var piece = await paper.PublishAsync("Odd \u000b signs ]]> \u0001", "Text ]]> with \u0002 signs.", "odd", "slug: signs");
        await paper.CommentAsync(piece, "Signs \ufffe \uffff \u0008 ]]> " + path);

        Assert.NotNull(XDocument.Parse(await paper.TextAsync(path)).Root);
    }
}
