using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Domain.Checks;

namespace Broadsheet.Import.Checks;

/// <summary>Reads the HTML of a body (docs/body.md) into its parts, as the checks want them.</summary>
public static class BodyReader
{
    private static readonly HashSet<string> Parts = ["p", "h2", "h3", "h4", "li", "dt", "dd", "pre", "figcaption", "caption", "td", "th", "blockquote", "div", "aside", "figure"];

    public static BodyParts Read(string html)
    {
        if (html.Length == 0) return BodyParts.None;
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        List<Passage> passages = [];
        List<BodyLink> links = [];
        List<BodyPicture> pictures = [];
        HashSet<string> anchors = [];
        Walk(body);
        return new BodyParts(passages, links, pictures, anchors);

        void Walk(IElement around)
        {
            foreach (var element in around.Children)
            {
                if (element.Id is { Length: > 0 } id) anchors.Add(id);
                if (!Parts.Contains(element.LocalName)) { Note(element, passages.Count); Walk(element); }
                else if (element.QuerySelector("p, ul, ol, dl, table, blockquote, figure, figcaption, h2, h3, h4, div") is not null || element.LocalName == "figure") { Walk(element); }
                else Take(element);
            }
        }

        void Take(IElement element)
        {
            var text = Text(element);
            var kind = Kind(element);
            if (text.Length > 0 || kind == PassageKind.Heading) passages.Add(new("body", passages.Count + 1, kind, text, kind == PassageKind.Heading ? element.LocalName[1] - '0' : 0));
            foreach (var inner in element.Descendants<IElement>())
            {
                if (inner.Id is { Length: > 0 } id) anchors.Add(id);
                Note(inner, passages.Count);
            }
        }

        void Note(IElement element, int paragraph)
        {
            if (element.LocalName == "a" && element.GetAttribute("href") is { } address)
                links.Add(new(address, Text(element) is { Length: > 0 } text ? text : element.GetAttribute("aria-label") ?? element.QuerySelector("img")?.GetAttribute("alt") ?? "", Math.Max(paragraph, 1), element.ClassList.Contains("embed-link")));
            if (element.LocalName == "img") pictures.Add(Picture(element, Math.Max(paragraph, 1)));
        }
    }

    private static BodyPicture Picture(IElement image, int paragraph)
    {
        var caption = image.Closest("figure")?.QuerySelector("figcaption") ?? image.Closest("figure.gallery")?.QuerySelector("figcaption");
        return new(image.GetAttribute("src") ?? "", image.GetAttribute("alt"), caption is null ? null : Text(caption), caption?.QuerySelector(".credit")?.TextContent.Trim(), paragraph);
    }

    private static PassageKind Kind(IElement element) => element.LocalName switch
    {
        "h2" or "h3" or "h4" => PassageKind.Heading, "li" or "dt" or "dd" => PassageKind.Item, "figcaption" or "caption" => PassageKind.Caption, "td" or "th" => PassageKind.Cell,
        _ => element.Closest("blockquote") is null ? PassageKind.Paragraph : PassageKind.Quotation,
    };

    private static string Text(IElement element)
    {
        foreach (var line in element.QuerySelectorAll("br").ToList()) line.Replace(element.Owner!.CreateTextNode("\n"));
        return string.Join('\n', element.TextContent.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0));
    }
}
