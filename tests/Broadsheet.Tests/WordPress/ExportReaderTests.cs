using System.Text;
using System.Text.Json;
using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using CsCheck;

namespace Broadsheet.Tests.WordPress;

public sealed class ExportReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-export-");
    private readonly List<(int Line, string What)> faults = [];

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Known()
    {
        var data = new TheoryData<string>();
        foreach (var name in new[] { "WordPress-theme-test-data--themeunittestdata.wordpress.xml.gz", "bitcoinfrance-bitcoinfrance.github.io--wordpress.xml.gz", "cc-archive-labs--wordpress.xml.gz", "abhinemani-blog--wordpress.xml.gz", "getpelican-pelican--wordpressexport.xml.gz", "jawordpressorg-theme-test-data-ja--wordpress-theme-test-data-ja.xml.gz", "WordPress-wordpress-importer--valid-wxr-1.0.xml", "WordPress-wordpress-importer--valid-wxr-1.1.xml", "WordPress-wordpress-importer--small-export.xml", "WordPress-wordpress-importer--crazy-cdata.xml", "WordPress-wordpress-importer--missing-tags.xml" })
            data.Add(name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Everything_in_a_known_export_is_read(string name)
    {
        var file = Shared.Need($"data/wxr/{name}");
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Shared.Need("data/wxr/EXPECTED.json")));
        var wanted = expected.RootElement.GetProperty(name);
        var entries = new ExportReader(Note).Read(file).ToList();
        var items = entries.OfType<Item>().ToList();

        Assert.Equal(wanted.GetProperty("items").GetInt32(), items.Count);
        Assert.Equal(Numbers(wanted.GetProperty("by_type_status")), items.Where(i => i.Status.Length > 0).GroupBy(i => $"{i.Type}/{i.Status}").ToDictionary(g => g.Key, g => g.Count()));
        var comments = items.SelectMany(i => i.Comments).GroupBy(c => $"{(c.Type.Length > 0 ? c.Type : "comment")}/approved={c.Approved}").ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Numbers(wanted.GetProperty("comments")), comments);
        Assert.Equal(wanted.GetProperty("authors").GetInt32(), entries.OfType<Author>().Count());
        if (wanted.GetProperty("well_formed").GetBoolean()) Assert.Empty(faults);
        else Assert.NotEmpty(faults);
    }

    [Fact]
    public void An_item_keeps_its_fields()
    {
        var item = One("""
            <title>A &amp; B</title><link>https://old.example/2010/05/caf%C3%A9/</link><guid isPermaLink="false">https://old.example/?p=7</guid><dc:creator><![CDATA[ada]]></dc:creator>
            <content:encoded><![CDATA[One ]]]]><![CDATA[> two]]></content:encoded><excerpt:encoded><![CDATA[Lead]]></excerpt:encoded><wp:post_id>7</wp:post_id>
            <wp:post_date>2010-05-01 12:00:00</wp:post_date><wp:post_date_gmt>2010-05-01 10:00:00</wp:post_date_gmt><wp:comment_status>closed</wp:comment_status><wp:post_name>caf%C3%A9</wp:post_name>
            <wp:status>publish</wp:status><wp:post_parent>3</wp:post_parent><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password><wp:is_sticky>1</wp:is_sticky>
            <category domain="category" nicename="sport"><![CDATA[Sport]]></category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author><wp:comment_date_gmt>2010-05-02 08:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Yes]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>4</wp:comment_parent></wp:comment>
            """);

        Assert.Equal(("A & B", 7L, "café", 3L, true, false), (item.Title, item.Id, item.Slug, item.ParentId, item.Sticky, item.CommentsOpen));
        Assert.Equal(("One ]]> two", "Lead", "ada", "https://old.example/?p=7"), (item.Content, item.Excerpt, item.Creator, item.Guid));
        Assert.Equal(new DateTime(2010, 5, 1, 10, 0, 0, DateTimeKind.Utc), item.PublishedAt);
        Assert.Equal(new Mark("category", "sport", "Sport"), Assert.Single(item.Marks));
        Assert.Equal("9", item.MetaOf("_thumbnail_id"));
        Assert.Equal((5L, 4L, "Bo", "Yes", "1"), Assert.Single(item.Comments) is var c ? (c.Id, c.ParentId, c.Author, c.Content, c.Approved) : default);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_broken_item_is_named_by_its_line_and_the_others_are_read()
    {
        var items = Read($"<rss><channel><title>x</title>\n{Post(1)}\n<item><title>Torn</title><wp:post_id>2</wp:post_id>\n{Post(3)}\n<item><title>No <b>XML</title><wp:post_id>4</wp:post_id></item>\n{Post(5)}</channel></rss>").OfType<Item>().ToList();

        Assert.Equal([1, 2, 3, 4, 5], items.Select(i => i.Id));
        Assert.Equal([3, 5], faults.Select(f => f.Line));
        Assert.Contains("its end is missing", faults[0].What);
        Assert.Contains("it is no XML", faults[1].What);
    }

    [Fact]
    public void A_file_that_is_cut_off_gives_what_it_holds()
    {
        var whole = $"<rss><channel>\n{Post(1)}\n{Post(2)}";
        var items = Read(whole[..^20]).OfType<Item>().ToList();

        Assert.Equal([1, 2], items.Select(i => i.Id));
        Assert.Equal((3, true), (faults[0].Line, faults[0].What.Contains("its end is missing")));
    }

    [Fact]
    public void Control_characters_and_bytes_of_another_encoding_do_no_harm()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><item><title>A\u0001\u000Bb "), 0x93, (byte)'c', 0x94, .. Encoding.UTF8.GetBytes(" é</title><wp:post_id>1</wp:post_id></item></channel></rss>")];

        Assert.Equal("Ab “c” é", Assert.IsType<Item>(Assert.Single(Read(bytes))).Title);
    }

    [Theory]
    [InlineData("<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><rss><channel><item><title>&lol;</title></item></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss/>")]
    [InlineData("<html><body><p>Hello</p></body></html>")]
    [InlineData("{\"db\": []}")]
    [InlineData("")]
    public void What_is_no_export_is_refused(string text) => Assert.Throws<NotAnExport>(() => Read(text).ToList());

    [Fact]
    public void Whatever_the_file_holds_it_is_read_to_its_end_or_refused() => Gen.OneOf(
        "<item>", "</item>", "<item", "<![CDATA[", "]]>", "<wp:post_id>1</wp:post_id>", "<title>", "</title>", "<!--", "-->", "<?", "?>", "</", "<", ">", "&nbsp;", "&#0;", "<wp:comment>", "</wp:comment>", "<x y=\"", "\"/>", "text", "\n", "<channel>", "<wp:author>", "</wp:author>")
        .Array[0, 20].Select(string.Concat).Sample(text =>
        {
            try { _ = Read(text).Count(); }
            catch (NotAnExport) { }
            return true;
        }, iter: 2000, threads: 1);

    private static string Post(int id) => $"<item><title>T{id}</title><wp:post_id>{id}</wp:post_id><content:encoded><![CDATA[<item> is </item> text]]></content:encoded></item>";

    private Item One(string fields) => Assert.IsType<Item>(Assert.Single(Read($"<rss><channel><item>{fields}</item></channel></rss>")));

    private IEnumerable<Entry> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private IEnumerable<Entry> Read(byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, "export.xml");
        File.WriteAllBytes(file, bytes);
        return new ExportReader(Note).Read(file);
    }

    private void Note(Place at, string what) => faults.Add((at.Line, what));

    private static Dictionary<string, int> Numbers(JsonElement counts) => counts.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());
}
