using System.Text;

namespace Broadsheet.Bench.Exports;

/// <summary>A body as the two editors of WordPress store it: blocks between comments, or paragraphs with an empty line between them.</summary>
/// <param name="html">One element a line, as <see cref="Corpus.Prose"/> writes it.</param>
public sealed class Bodies(string html, long id)
{
    private string[] Lines => html.Split('\n');

    /// <summary>With a picture, a gallery, a film, a reusable block and a footnote: each in some of the posts.</summary>
    public string Blocks()
    {
        var content = new StringBuilder();
        foreach (var (at, line) in Lines.Index())
        {
            if (at == 2) Extra(content);
            Block(content, line[1] switch { 'h' => "heading", 'b' => "quote", _ => "paragraph" }, line.Replace("<blockquote>", "<blockquote class=\"wp-block-quote\">"));
        }
        if (id % 7 == 0) content.Append("<!-- wp:footnotes /-->\n");
        return content.ToString();
    }

    public string Classic()
    {
        var content = string.Join("\n\n", Lines.Select(line => line.StartsWith("<p>", StringComparison.Ordinal) ? line[3..^4] : line));
        return (id % 3) switch
        {
            0 => content + $"\n\n[caption id=\"attachment_{id + 1}\" align=\"alignnone\" width=\"300\"]<img src=\"{Picture(id)}\" alt=\"\" width=\"300\" height=\"200\"> Where it happened[/caption]",
            1 => "https://www.youtube.com/watch?v=abcdefghijk\n\n" + content + "\n\n<!--more-->\n\n[gallery]",
            _ => content + "\n\n[embed]https://vimeo.com/12345678[/embed]",
        };
    }

    /// <summary>The field "footnotes" of a post whose body has them.</summary>
    public static string Footnote(long id) => $$"""[{"content":"Said on the day before.","id":"note-{{id}}"}]""";

    public static string Picture(long id) => $"{OldPaper.Site}/wp-content/uploads/{2000 + id % 26}/{1 + id % 12:00}/picture-{id}.jpg";

    private void Extra(StringBuilder content)
    {
        if (id % 3 == 0) Block(content, "image", $"<figure class=\"wp-block-image\"><img src=\"{Picture(id)}\" alt=\"\" class=\"wp-image-{id + 1}\"/><figcaption class=\"wp-element-caption\">Where it happened</figcaption></figure>", $"{{\"id\":{id + 1}}}");
        if (id % 11 == 0) Block(content, "embed", "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=abcdefghijk\n</div></figure>", """{"url":"https://www.youtube.com/watch?v=abcdefghijk","type":"video"}""");
        if (id % 13 == 0) content.Append($"<!-- wp:block {{\"ref\":{Fittings.ReusableId}}} /-->\n\n");
        if (id % 7 == 0) Block(content, "paragraph", $"<p>So it was told.<sup data-fn=\"note-{id}\" class=\"fn\"><a href=\"#note-{id}\" id=\"note-{id}-link\">1</a></sup></p>");
    }

    private static void Block(StringBuilder content, string name, string inner, string json = "") =>
        content.Append("<!-- wp:").Append(name).Append(json.Length > 0 ? " " : "").Append(json).Append(" -->\n").Append(inner).Append("\n<!-- /wp:").Append(name).Append(" -->\n\n");
}
