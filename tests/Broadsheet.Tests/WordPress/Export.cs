using System.Net;
using System.Text;

namespace Broadsheet.Tests.WordPress;

/// <summary>Writes an export as WordPress does.</summary>
public sealed class Export(string site)
{
    private readonly StringBuilder items = new();

    public sealed record Post(long Id, string Title, string Content)
    {
        public string Type { get; init; } = "post";
        public string Status { get; init; } = "publish";
        public string? Link { get; init; }
        public string? Guid { get; init; }
        public string Slug { get; init; } = "";
        public string Password { get; init; } = "";
        public string Date { get; init; } = "2015-03-04 05:06:07";
        public string Extra { get; init; } = "";
    }

    public Export Add(Post post)
    {
        items.Append($"""
            <item><title>{Text(post.Title)}</title><link>{Text(post.Link ?? $"{site}/?p={post.Id}")}</link><guid isPermaLink="false">{Text(post.Guid ?? $"{site}/?p={post.Id}")}</guid><dc:creator><![CDATA[ada]]></dc:creator>
            <content:encoded><![CDATA[{post.Content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{post.Id}</wp:post_id><wp:post_date_gmt>{post.Date}</wp:post_date_gmt>
            <wp:comment_status>open</wp:comment_status><wp:post_name>{post.Slug}</wp:post_name><wp:status>{post.Status}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>{post.Type}</wp:post_type>
            <wp:post_password>{post.Password}</wp:post_password><wp:is_sticky>0</wp:is_sticky>{post.Extra}</item>

            """);
        return this;
    }

    public static string Category(string slug, string name) => $"<category domain=\"category\" nicename=\"{slug}\"><![CDATA[{name}]]></category>";

    public static string Tag(string slug, string name) => $"<category domain=\"post_tag\" nicename=\"{slug}\"><![CDATA[{name}]]></category>";

    public static string Meta(string key, string value) => $"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>";

    public static string Comment(long id, string text, string approved = "1", string type = "", long parent = 0, string email = "bo@private.example") =>
        $"<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author><wp:comment_author_email>{email}</wp:comment_author_email><wp:comment_date_gmt>2015-03-05 00:00:0{id % 10}</wp:comment_date_gmt>" +
        $"<wp:comment_content><![CDATA[{text}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{type}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>";

    /// <returns>The file.</returns>
    public string WriteTo(string folder, string name = "export.xml")
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, $"""
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>The Old Gazette</title><link>{site}</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{site}</wp:base_site_url><wp:base_blog_url>{site}</wp:base_blog_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_email><![CDATA[ada@private.example]]></wp:author_email><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
            <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>harbour</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Harbour]]></wp:cat_name></wp:category>
            <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>ferries</wp:category_nicename><wp:category_parent>harbour</wp:category_parent><wp:cat_name><![CDATA[Ferries]]></wp:cat_name></wp:category>
            {items}
            </channel></rss>
            """);
        return file;
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
