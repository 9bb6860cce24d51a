using Broadsheet.Import.Ghost;
using Broadsheet.Import.Moving;

namespace Broadsheet.Tests.Ghost;

public sealed class GhostReaderTests
{
    private readonly List<string> faults = [];

    [Theory]
    [InlineData("Joostvanderlaan-old-sites--GhostData.json", 12, 1)]
    [InlineData("TryGhost-migrate--ghost.json", 3, 2)]
    [InlineData("abydos641-ghostdata--GhostData.json", 10, 1)]
    [InlineData("bhuron-liberalisme-democratique--ghost-import.json", 3, 1)]
    [InlineData("jolyonbrown-jolyonbrown.github.io--ghost-export.json", 5, 1)]
    public void Everything_in_a_known_export_is_read(string name, int posts, int users)
    {
        var entries = GhostReader.Read(Shared.Need($"data/ghost/{name}"), (_, what) => faults.Add(what)).ToList();

        var pieces = entries.OfType<Item>().Where(item => item.Type is "post" or "page").ToList();
        Assert.Equal((posts, users), (pieces.Count, entries.OfType<Author>().Count()));
        Assert.All(pieces, item => Assert.True(item.Slug.Length > 0 && item.Content.Length > 0));
        Assert.Contains(pieces, item => item.Marks.Any(m => m.Taxonomy == "author"));
        Assert.Empty(faults);
    }

    [Fact]
    public void A_post_is_read_with_what_belongs_to_it()
    {
        var item = Assert.Single(Read("""
            {"posts":[{"id":"a1","uuid":"u1","title":"A &amp; B","slug":"a-b","html":"<p>Hi <img src=\"__GHOST_URL__/content/images/x.png\"></p>","status":"published","visibility":"public","type":"page","featured":1,"published_at":"2025-01-02T03:04:05.000Z","feature_image":"__GHOST_URL__/content/images/f.jpg","custom_excerpt":"Lead"}],
             "posts_meta":[{"post_id":"a1","meta_title":"For search","feature_image_alt":"A boat"}],"tags":[{"id":"t1","name":"Sea","slug":"sea"},{"id":"t2","name":"#desk","slug":"hash-desk"},{"id":"t3","name":"Boats","slug":"boats"}],
             "posts_tags":[{"post_id":"a1","tag_id":"t3","sort_order":2},{"post_id":"a1","tag_id":"t2","sort_order":0},{"post_id":"a1","tag_id":"t1","sort_order":1}],"users":[{"id":"w","name":"Ada","slug":"ada"}],"posts_authors":[{"post_id":"a1","author_id":"w"}]}
            """));

        Assert.Equal(("A & B", "/a-b/", "page", "publish", "Lead", true), (item.Title, item.Link, item.Type, item.Status, item.Excerpt, item.Sticky));
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), item.PublishedAt);
        Assert.Equal([new("category", "sea", "Sea"), new("post_tag", "sea", "Sea"), new("post_tag", "boats", "Boats"), new Mark("author", "ada", "Ada")], item.Marks);
        Assert.Equal(("For search", "A boat", "/content/images/f.jpg"), (item.MetaOf("meta_title"), item.MetaOf("feature_image_alt"), item.MetaOf("feature_image")));
        Assert.Contains("src=\"/content/images/x.png\"", item.Content);
    }

    [Fact]
    public void Comments_come_with_who_wrote_them_where_the_file_has_them()
    {
        var item = Assert.Single(Read("""
            {"posts":[{"id":"a1","title":"T","slug":"t","html":"<p>x</p>","status":"published","visibility":"public"}],"members":[{"id":"m1","name":"Bo","email":"bo@private.example"}],
             "comments":[{"id":"65a000000000000000000001","post_id":"a1","member_id":"m1","status":"published","html":"<p>First</p>","created_at":"2025-01-02T03:04:05.000Z"},
                         {"id":"65a000000000000000000002","post_id":"a1","member_id":"gone","parent_id":"65a000000000000000000001","status":"hidden","html":"<p>Second</p>","created_at":"2025-01-02T03:04:06.000Z"}]}
            """));

        Assert.Equal([("Bo", "bo@private.example", "<p>First</p>", "1"), ("", "", "<p>Second</p>", "hidden")], item.Comments.Select(c => (c.Author, c.Email, c.Content, c.Approved)));
        Assert.Equal((item.Comments[0].Id, false), (item.Comments[1].ParentId, item.Comments[1].HasOwnNumber));
    }

    [Fact]
    public void What_Ghost_shows_to_members_alone_is_taken_out() => Assert.Equal("<p>All</p><p>End</p>", Assert.Single(Read(
        """{"posts":[{"id":"a1","title":"T","slug":"t","html":"<p>All</p><!--kg-gated-block:begin nonMember:false memberSegment:\"status:free\" --><p>Members</p><!--kg-gated-block:end--><p>End</p>","status":"published","visibility":"public"}]}""")).Content);

    [Theory]
    [InlineData("published", "members", "private")]
    [InlineData("published", "paid", "private")]
    [InlineData("sent", "public", "private")]
    [InlineData("scheduled", "public", "future")]
    [InlineData("draft", "public", "draft")]
    [InlineData("published", "public", "publish")]
    public void What_only_members_could_read_is_not_public(string status, string visibility, string expected) =>
        Assert.Equal(expected, Assert.Single(Read($$"""{"posts":[{"id":"1","title":"T","slug":"t","html":"<p>x</p>","status":"{{status}}","visibility":"{{visibility}}"}]}""")).Status);

    [Fact]
    public void Lexical_becomes_HTML() => Assert.Equal(
        "<h2>Head</h2><p>One <strong>two</strong> <a href=\"https://a.example/?b=1&amp;c\">three</a><br></p><ul><li>item</li></ul><figure><img src=\"/x.png\" alt=\"Alt\"><figcaption>Cap</figcaption></figure><pre><code>a &lt; b</code></pre><hr>",
        Lexical.Html("""{"root":{"children":[{"type":"heading","tag":"h2","children":[{"type":"text","text":"Head"}]},{"type":"paragraph","children":[{"type":"text","text":"One "},{"type":"text","text":"two","format":1},{"type":"text","text":" "},{"type":"link","url":"https://a.example/?b=1&c","children":[{"type":"text","text":"three"}]},{"type":"linebreak"}]},{"type":"list","listType":"bullet","children":[{"type":"listitem","children":[{"type":"text","text":"item"}]}]},{"type":"image","src":"/x.png","alt":"Alt","caption":"Cap"},{"type":"paywall"},{"type":"codeblock","code":"a < b"},{"type":"horizontalrule"}]}}"""));

    [Fact]
    public void Mobiledoc_becomes_HTML() => Assert.Equal(
        "<p>One <strong>two <a href=\"https://a.example/\">three</a></strong></p><ul><li>item</li></ul><figure><img src=\"/x.png\" alt=\"\"><figcaption>Cap</figcaption></figure><hr>",
        Mobiledoc.Html("""{"version":"0.3.1","atoms":[],"cards":[["image",{"src":"/x.png","caption":"Cap"}],["hr",{}]],"markups":[["strong"],["a",["href","https://a.example/"]]],"sections":[[1,"p",[[0,[],0,"One "],[0,[0],0,"two "],[0,[1],2,"three"]]],[3,"ul",[[[0,[],0,"item"]]]],[10,0],[10,1]]}"""));

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("{\"db\":[{\"data\":{}}]}")]
    [InlineData("[1,2")]
    public void What_is_no_export_is_refused(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            Assert.Throws<NotAnExport>(() => GhostReader.Read(file, (_, _) => { }).ToList());
        }
        finally { File.Delete(file); }
    }

    private List<Item> Read(string data)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"{{\"db\":[{{\"meta\":{{\"version\":\"5.0.0\"}},\"data\":{data}}}]}}");
            return [.. GhostReader.Read(file, (_, what) => faults.Add(what)).OfType<Item>()];
        }
        finally { File.Delete(file); }
    }
}
