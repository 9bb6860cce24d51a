using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace Broadsheet.Import.Bodies;

/// <summary>Sets Markdown as the body of an article: figures, galleries, fact boxes, tables and embeds in the paper's HTML.</summary>
/// <param name="print">Gives the img element for a picture's address in the manuscript; null when there is no such picture.</param>
public sealed partial class MarkdownBody(Func<MarkdownBody.PictureMark, string?> print)
{
    /// <param name="Address">As written in the manuscript.</param>
    public sealed record PictureMark(string Address, string Alt);

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseCustomContainers().UseSmartyPants().UseFootnotes().UseEmphasisExtras().Build();

    /// <summary>Sanitized HTML.</summary>
    public string Set(string markdown)
    {
        var body = new HtmlParser().ParseDocument("<body>" + Markdown.ToHtml(markdown, Pipeline)).Body!;
        foreach (var paragraph in body.QuerySelectorAll("p").ToList()) SetParagraph(paragraph);
        foreach (var quote in body.QuerySelectorAll("blockquote").ToList()) SetAttribution(quote);
        foreach (var box in body.QuerySelectorAll("div.aside").ToList()) box.OuterHtml = $"<aside class=\"facts\">{box.InnerHtml}</aside>";
        foreach (var cell in body.QuerySelectorAll("th[style*=right], td[style*=right]")) cell.ClassName = "number";
        BodyTables.Wrap(body);
        foreach (var heading in body.QuerySelectorAll("h1").ToList()) heading.OuterHtml = $"<h2>{heading.InnerHtml}</h2>";
        foreach (var text in body.Descendants<IText>().Where(t => t.ParentElement is not { LocalName: "code" or "pre" }).ToList()) text.Data = Apostrophes().Replace(text.Data, "’");
        return BodySanitizer.Clean(body.InnerHtml).Trim();
    }

    // The quotation marks of a text are set by Markdig; it leaves the apostrophe within and after a word as it was typed.
    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L}|\s|$)")]
    private static partial Regex Apostrophes();

    private void SetParagraph(IElement paragraph)
    {
        if (paragraph.QuerySelectorAll("img") is { Length: > 0 } pictures && paragraph.TextContent.Trim().Length == 0)
        {
            var figures = pictures.Select(Figure).ToList();
            paragraph.OuterHtml = figures.Count == 1 ? figures[0] : $"<figure class=\"gallery\">{string.Concat(figures)}</figure>";
        }
        else if (Embeds.PlayerFor(paragraph.TextContent.Trim()) is { } player)
            paragraph.OuterHtml = Embeds.Figure(paragraph.TextContent.Trim(), player);
    }

    private string Figure(IElement picture)
    {
        var mark = new PictureMark(WebUtility.UrlDecode(picture.GetAttribute("src") ?? ""), picture.GetAttribute("alt") ?? "");
        var words = (picture.GetAttribute("title") ?? "").Split('|', 2, StringSplitOptions.TrimEntries);
        var credit = words.Length > 1 && words[1].Length > 0 ? $" <span class=\"credit\">{Encode(words[1])}</span>" : "";
        var caption = words[0].Length + credit.Length > 0 ? $"<figcaption>{Encode(words[0])}{credit}</figcaption>" : "";
        return $"<figure>{print(mark) ?? ""}{caption}</figure>";
    }

    // The last line of a quotation that begins with a dash says whose it is.
    private static void SetAttribution(IElement quote)
    {
        if (quote.QuerySelectorAll("p").LastOrDefault() is not { } last) return;
        var at = Math.Max(last.InnerHtml.LastIndexOf("\n—", StringComparison.Ordinal), last.InnerHtml.LastIndexOf("\n–", StringComparison.Ordinal));
        var whole = at < 0 && last.TextContent is ['—' or '–', ..];
        if (at < 0 && !whole) return;
        var cite = $"<p class=\"attribution\">{last.InnerHtml[(whole ? 0 : at + 1)..].TrimStart('—', '–', ' ')}</p>";
        last.OuterHtml = whole ? cite : $"<p>{last.InnerHtml[..at]}</p>{cite}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
